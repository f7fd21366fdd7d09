using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <param name="Zone">Where the person works; it decides the day.</param>
public sealed record DigestPerson(Actor Actor, IndonesianZone Zone);

/// <summary>Active people with an address and a role, in batches: four queries each, whatever their number.</summary>
public static class DigestPeople
{
    public static async Task<List<Guid>> IdsAsync(AppDbContext db, CancellationToken ct) =>
        await db.Users.Where(user => user.IsActive && user.Email != null && user.Email != "")
            .OrderBy(user => user.Id).Select(user => user.Id).ToListAsync(ct);

    public static async Task<List<DigestPerson>> LoadAsync(AppDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var roles = (await db.UserRoles.Where(link => ids.Contains(link.UserId))
                .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
                .ToListAsync(ct))
            .ToLookup(link => link.UserId, link => link.Name);
        var assigned = (await db.ReviewAssignments.AsNoTracking().Where(a => ids.Contains(a.EvaluatorId) && a.EndedAt == null).ToListAsync(ct))
            .ToLookup(a => a.EvaluatorId);
        var people = await db.Users.Where(user => ids.Contains(user.Id))
            .Select(user => new
            {
                user.Id,
                user.FullName,
                user.UnitId,
                Zone = db.WorkUnits.Where(unit => unit.Id == user.UnitId).Select(unit => (IndonesianZone?)unit.Zone).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. people
            .Where(person => Enum.TryParse<Role>(roles[person.Id].FirstOrDefault(), out _))
            .Select(person => new DigestPerson(
                new(person.Id, person.FullName, Enum.Parse<Role>(roles[person.Id].First()!), person.UnitId, assigned[person.Id].ToDictionary(a => a.UnitId, a => a.Duty)),
                person.Zone ?? IndonesianZone.WIB))];
    }
}
