using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>Messages to a unit's own people, written by the use case that causes them, before it saves.</summary>
internal static class TellUnit
{
    /// <summary>Questions were just returned. What the unit may see of it, it sees at once (decision 26): code and reason.</summary>
    public static async Task ReturnedAsync(AppDbContext db, OpenSheet sheet, Actor by, CancellationToken ct)
    {
        var first = sheet.Assessment.ReturnedItems.First(item => item.State == ReturnedItemState.Open && item.ReturnedAt == sheet.Now);
        await Bundle.AddAsync(
            db,
            await PeopleAsync(db, sheet, by, [nameof(Role.Koordinator)], ct),
            new(MailDelivery.Returned, $"{sheet.Assessment.Id:N}:", $"{first.Id:N}", sheet.Now) { AssessmentId = sheet.Assessment.Id, WaitsFor = Bundle.Time },
            ct);
    }

    /// <summary>The LHE was just issued.</summary>
    public static async Task ConcludedAsync(AppDbContext db, OpenSheet sheet, Actor by, CancellationToken ct) => await Bundle.AddAsync(
        db,
        await PeopleAsync(db, sheet, by, [nameof(Role.Koordinator), nameof(Role.Pimpinan)], ct),
        new(MailDelivery.Handed, $"{DeliveryKeys.Lhe}{sheet.Assessment.Id:N}:", $"{sheet.Assessment.Edition}", sheet.Now) { AssessmentId = sheet.Assessment.Id },
        ct);

    private static async Task<List<Told>> PeopleAsync(AppDbContext db, OpenSheet sheet, Actor by, string[] roles, CancellationToken ct) =>
        await db.Users
            .Where(user => user.IsActive && user.UnitId == sheet.Unit.Id && user.Id != by.UserId && user.Email != null && user.Email != ""
                && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && roles.Contains(role.Name!))))
            .Select(user => new Told(user.Id, sheet.Unit.Zone))
            .ToListAsync(ct);
}
