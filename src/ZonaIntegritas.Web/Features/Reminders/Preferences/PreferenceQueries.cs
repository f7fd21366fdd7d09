using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Preferences;

/// <param name="Zone">Of the person's unit; the hour is counted in it.</param>
/// <param name="LastTurn">Day of the last digest, or of the last look that found nothing.</param>
public sealed record OwnPreference(ReminderPreference Chosen, IndonesianZone Zone, DateOnly? LastTurn, string Address);

/// <summary>How the person who asks is reminded.</summary>
public sealed class PreferenceQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    public async Task<OwnPreference> LoadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var chosen = await db.ReminderPreferences.AsNoTracking().SingleOrDefaultAsync(preference => preference.PersonId == actor.UserId, ct);
        var zone = await db.WorkUnits.Where(unit => unit.Id == actor.UnitId).Select(unit => (IndonesianZone?)unit.Zone).SingleOrDefaultAsync(ct);
        var turn = await db.DigestTurns.Where(turn => turn.PersonId == actor.UserId).Select(turn => (DateOnly?)turn.Day).SingleOrDefaultAsync(ct);
        var address = await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.Email).SingleAsync(ct);
        return new(chosen ?? ReminderPreference.Default, zone ?? IndonesianZone.WIB, turn, address ?? "");
    }
}
