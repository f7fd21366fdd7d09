using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>Messages to a unit's own people, written by the use case that causes them, before it saves.</summary>
internal static class TellUnit
{
    /// <summary>Questions were just returned. What the unit may see of it, it sees at once (decision 26): code and reason.</summary>
    public static async Task ReturnedAsync(AppDbContext db, OpenSheet sheet, Actor by, CancellationToken ct)
    {
        var returned = sheet.Assessment.ReturnedItems.Where(item => item.State == ReturnedItemState.Open && item.ReturnedAt == sheet.Now).ToList();
        var first = returned[0];
        var people = await PeopleAsync(db, sheet, by, [nameof(Role.Koordinator)], ct);
        await db.RaiseAsync([.. people.Select(person => person.Id)], [.. returned.Select(item => ReturnedLine(sheet, item))], sheet.Now, ct);
        await Bundle.AddAsync(
            db,
            people,
            new(MailDelivery.Returned, $"{sheet.Assessment.Id:N}:", $"{first.Id:N}", sheet.Now) { AssessmentId = sheet.Assessment.Id, WaitsFor = Bundle.Time },
            ct);
    }

    /// <summary>The LHE was just issued.</summary>
    public static async Task ConcludedAsync(AppDbContext db, OpenSheet sheet, Actor by, CancellationToken ct)
    {
        var people = await PeopleAsync(db, sheet, by, [nameof(Role.Koordinator), nameof(Role.Pimpinan)], ct);
        await db.SettleAsync(ReminderKind.Returned, $"/lembar-kerja/{sheet.Assessment.Id}", sheet.Now, ct);
        await db.SettleAsync(ReminderKind.Review, $"/penilaian/{sheet.Assessment.Id}", sheet.Now, ct);
        await db.SettleAsync(ReminderKind.Handed, $"/penilaian/{sheet.Assessment.Id}", sheet.Now, ct);
        await db.RaiseAsync(
            [.. people.Select(person => person.Id)],
            [
                new(ReminderKind.Handed, $"LHE {sheet.Unit.ShortName} tahun {sheet.Period.Year} sudah terbit.", $"/perjalanan/{sheet.Assessment.Id}") { UnitId = sheet.Unit.Id },
            ],
            sheet.Now,
            ct);
        await Bundle.AddAsync(
            db,
            people,
            new(MailDelivery.Handed, $"{DeliveryKeys.Lhe}{sheet.Assessment.Id:N}:", $"{sheet.Assessment.Edition}", sheet.Now) { AssessmentId = sheet.Assessment.Id },
            ct);
    }

    /// <summary>The sheet was handed to TPI: nothing of it waits for the unit any more.</summary>
    public static Task SubmittedAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct) =>
        db.SettleAsync(ReminderKind.OpenQuestions, $"/lembar-kerja/{sheet.Assessment.Id}", sheet.Now, ct);

    /// <summary>A returned question was repaired, or TPI took the return back.</summary>
    public static Task SettledAsync(AppDbContext db, OpenSheet sheet, string questionCode, CancellationToken ct) =>
        db.SettleAsync(ReminderKind.Returned, LinkTo(sheet, questionCode), sheet.Now, ct);

    /// <summary>An item of the plan was closed or put off, and saved: with the last one that is due the reminder ends.</summary>
    public static async Task PlanChangedAsync(AppDbContext db, OpenSheet sheet, CancellationToken ct)
    {
        var (id, soon) = (sheet.Assessment.Id, sheet.Today.Date.AddDays(ActionWords.SoonDays));
        if (!await db.ActionItems.AnyAsync(item => item.AssessmentId == id && item.State == ActionState.Open && item.DueOn <= soon, ct))
        {
            await db.SettleAsync(ReminderKind.ActionPlan, $"/rencana/{id}", sheet.Now, ct);
        }
    }

    /// <summary>The last limit that was lost is reached again.</summary>
    public static Task AlertsClearedAsync(AppDbContext db, Guid sheetId, DateTimeOffset now, CancellationToken ct) =>
        db.SettleAsync(ReminderKind.Alert, $"/kesiapan/{sheetId}", now, ct);

    private static DigestLine ReturnedLine(OpenSheet sheet, ReturnedItem item) =>
        new(ReminderKind.Returned, DigestWords.Returned(item.QuestionCode, item.Reason, sheet.Period, sheet.Today), LinkTo(sheet, item.QuestionCode)) { UnitId = sheet.Unit.Id };

    private static string LinkTo(OpenSheet sheet, string code) => $"/lembar-kerja/{sheet.Assessment.Id}?soal={Uri.EscapeDataString(code)}";

    private static async Task<List<Told>> PeopleAsync(AppDbContext db, OpenSheet sheet, Actor by, string[] roles, CancellationToken ct) =>
        await db.Users
            .Where(user => user.IsActive && user.UnitId == sheet.Unit.Id && user.Id != by.UserId && user.Email != null && user.Email != ""
                && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && roles.Contains(role.Name!))))
            .Select(user => new Told(user.Id, sheet.Unit.Zone))
            .ToListAsync(ct);
}
