using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>As much of a person as the trail keeps: nothing that tells who it is except the id.</summary>
internal sealed record PersonState(Role Role, Guid? UnitId, bool IsActive);

/// <param name="What">What was done, in a word or two.</param>
internal sealed record PersonChange(DateTimeOffset At, Actor By, Guid PersonId, string What);

/// <summary>Writes what became of a person's role, unit and account; never names, addresses, NIP or passwords.</summary>
internal static class PersonTrail
{
    public static async Task RecordAsync(AccountSession session, PersonChange change, PersonState? before, PersonState? after, CancellationToken ct)
    {
        var db = session.Db;
        List<Guid?> ids = [before?.UnitId, after?.UnitId];
        var units = await db.WorkUnits.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.ShortName, ct);
        db.Record(
            change.At, change.By, AuditAction.PersonChanged, new(after?.UnitId ?? before?.UnitId),
            new(Say(before, units), Say(after, units)), AboutPerson.Note(change.PersonId, change.What));
        await db.SaveChangesAsync(ct);
    }

    private static string? Say(PersonState? state, Dictionary<Guid, string> units) => state is null
        ? null
        : $"{PeopleWords.Say(state.Role)}, {(state.UnitId is { } unit ? $"unit {units[unit]}" : "tanpa unit")}, akun {(state.IsActive ? "aktif" : "ditutup")}";
}
