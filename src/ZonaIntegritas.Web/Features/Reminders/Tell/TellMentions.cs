using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>People who were named in a question's thread: behind their bell only, never by mail, and not the text itself.</summary>
internal static class TellMentions
{
    public static async Task WrittenAsync(AppDbContext db, OpenSheet sheet, Actor by, IReadOnlyCollection<Guid> people, string code, CancellationToken ct)
    {
        var muted = await Wishes.MutedAsync(db, people, ReminderKind.Mention, ct);
        var judges = await db.ReviewAssignments.Where(share => share.UnitId == sheet.Unit.Id && share.EndedAt == null && people.Contains(share.EvaluatorId))
            .Select(share => share.EvaluatorId).ToListAsync(ct);
        foreach (var person in people.Except(muted))
        {
            var place = judges.Contains(person) ? "penilaian" : "lembar-kerja";
            await db.RaiseAsync(
                person,
                [
                    new(ReminderKind.Mention, $"{by.Name} menyebut Anda pada soal {code} {sheet.Unit.ShortName}.", $"/{place}/{sheet.Assessment.Id}?soal={Uri.EscapeDataString(code)}")
                    {
                        UnitId = sheet.Unit.Id,
                    },
                ],
                sheet.Now,
                ct);
        }
    }
}
