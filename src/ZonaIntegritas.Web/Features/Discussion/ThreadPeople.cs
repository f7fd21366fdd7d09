using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>Somebody who may read this thread and so can be named in it.</summary>
public sealed record ThreadPerson(Guid Id, string Name, Capacity Capacity)
{
    public bool MayRead(Audience audience) => ThreadSight.Sees(Capacity, ThreadSight.MatterOf(audience), inLhe: false);
}

/// <summary>Who may see a unit's sheets, by the rule that every use case asks; people of other units are not among them.</summary>
internal static class ThreadPeople
{
    public static async Task<List<ThreadPerson>> OfUnitAsync(AppDbContext db, Guid unitId, CancellationToken ct)
    {
        var found = await (
            from user in db.Users
            join link in db.UserRoles on user.Id equals link.UserId
            join role in db.Roles on link.RoleId equals role.Id
            where user.IsActive
                && (user.UnitId == unitId
                    || role.Name == nameof(Role.Administrator)
                    || (role.Name == nameof(Role.Pimpinan) && user.UnitId == null)
                    || db.ReviewAssignments.Any(a => a.EvaluatorId == user.Id && a.UnitId == unitId && a.EndedAt == null))
            orderby user.FullName
            select new
            {
                user.Id,
                user.FullName,
                user.UnitId,
                Role = role.Name,
                Assignments = db.ReviewAssignments.Where(a => a.EvaluatorId == user.Id && a.UnitId == unitId && a.EndedAt == null).ToList(),
            })
            .AsNoTracking().ToListAsync(ct);
        return [.. found
            .Where(person => Enum.TryParse<Role>(person.Role, out _))
            .Select(person => new Actor(
                person.Id, person.FullName, Enum.Parse<Role>(person.Role!), person.UnitId, person.Assignments.ToDictionary(a => a.UnitId, a => a.Duty)))
            .Where(actor => actor.MaySee(unitId))
            .Select(actor => new ThreadPerson(actor.UserId, actor.Name, actor.CapacityOn(unitId)))];
    }
}
