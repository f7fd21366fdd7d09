using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>What was done to a person's own account: told at once, at night too, to the address of the account, which never changes.</summary>
internal static class TellPerson
{
    public static async Task OfAccountAsync(AppDbContext db, Guid personId, AccountEvent what, DateTimeOffset now, CancellationToken ct)
    {
        var zone = await db.Users.Where(user => user.Id == personId)
            .Select(user => db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => (IndonesianZone?)unit.Zone).FirstOrDefault())
            .SingleAsync(ct) ?? IndonesianZone.WIB;
        var id = Guid.CreateVersion7(now);
        db.Add(new MailDelivery(id, personId, MailDelivery.Security, zone.Today(now), $"{what}:{id:N}", now));
    }
}
