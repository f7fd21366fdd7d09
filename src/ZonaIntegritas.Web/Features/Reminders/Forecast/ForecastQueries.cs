using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Forecast;

/// <summary>What one person will be sent, and when.</summary>
public sealed record ForecastRow(Guid PersonId, string Name, Role Role, string Unit, DateTimeOffset At, IndonesianZone Zone, IReadOnlyList<DigestLine> Lines);

/// <param name="Day">The day looked at, in WIB.</param>
/// <param name="People">Active people with an address, with and without a line.</param>
public sealed record Forecast(DateOnly Day, bool IsWorkingDay, int People, IReadOnlyList<ForecastRow> Rows);

/// <summary>
/// "Siapa akan menerima apa": the same material and the same policy as the real planning, at another day, with nothing
/// written. It says what would be sent if nobody did anything until then.
/// </summary>
public sealed class ForecastQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, DigestSource source, WorkCalendar calendar)
{
    private const int BatchSize = 500;

    public async Task<Forecast> LoadAsync(DateOnly day, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var units = await db.WorkUnits.ToDictionaryAsync(unit => unit.Id, unit => unit.ShortName, ct);
        // Late enough for every hour a person may choose, in every zone.
        var evening = new DateTimeOffset(day.ToDateTime(new TimeOnly(ReminderPreference.LatestHour, 0)), IndonesianZone.WIB.Offset());
        var material = await source.LoadAsync(db, evening, ct);
        var ids = await DigestPeople.IdsAsync(db, ct);
        List<ForecastRow> rows = [];
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var turns = await DigestTurns.LoadAsync(db, await DigestPeople.LoadAsync(db, batch, ct), evening, ct);
            rows.AddRange(turns.Select(turn => Foresee(turn, material, day, units)).OfType<ForecastRow>());
            db.ChangeTracker.Clear();
        }

        return new(day, calendar.IsWorkingDay(day), ids.Count, [.. rows.OrderBy(row => row.At).ThenBy(row => row.Name, StringComparer.Ordinal)]);
    }

    private ForecastRow? Foresee(DigestTurns turn, DigestMaterial material, DateOnly day, Dictionary<Guid, string> units)
    {
        var person = turn.Person;
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(turn.Preference.Hour, 0)), person.Zone.Offset());
        if (!DigestTiming.IsDue(turn.Preference, person.Zone, calendar, at, turn.Last)
            || DigestPolicy.Compose(person.Actor, material.SheetsFor(person.Actor), new(calendar, turn.Preference, turn.Last, material.Failed)) is not { } digest)
        {
            return null;
        }

        var unit = person.Actor.UnitId is { } id ? units.GetValueOrDefault(id, "") : "";
        return new(person.Actor.UserId, person.Actor.Name, person.Actor.Role, unit, at, person.Zone, digest.Lines);
    }
}
