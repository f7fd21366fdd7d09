using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Data.Live;

/// <summary>Which of a context's unsaved changes open pages should hear of.</summary>
internal static class SheetChangeReader
{
    public static List<SheetChange> Read(ChangeTracker tracker) =>
        [.. tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(Read).OfType<SheetChange>()];

    private static SheetChange? Read(EntityEntry entry) => entry.Entity switch
    {
        Answer answer => new(answer.AssessmentId, answer.QuestionCode, SheetChangeKind.Answer, answer.ChangedBy),
        TierJudgement judgement => new(judgement.AssessmentId, judgement.QuestionCode, SheetChangeKind.Answer, judgement.By),
        ReturnedItem item => new(item.AssessmentId, item.QuestionCode, SheetChangeKind.Return, item.ClosedBy ?? item.RepairedBy ?? item.ReturnedBy),
        EvidenceLink link => new(link.AssessmentId, link.QuestionCode, SheetChangeKind.Evidence, link.DetachedBy ?? (entry.State == EntityState.Added ? link.AttachedBy : null)),
        ThreadMessage message => new(message.AssessmentId, message.QuestionCode, SheetChangeKind.Message, message.By),
        Assessment sheet => new(sheet.Id, null, SheetChangeKind.Sheet, sheet.Transitions is [.., var last] && IsNew(entry, last) ? last.By : null),
        ReviewAssignment assignment => new(assignment.UnitId, null, SheetChangeKind.Rights, assignment.EndedBy ?? assignment.GivenBy),
        AppUser user when entry.State != EntityState.Added => new(user.Id, null, SheetChangeKind.Rights, null),
        Notice notice => new(notice.PersonId, null, SheetChangeKind.Notice, null),
        IdentityUserRole<Guid> role => new(role.UserId, null, SheetChangeKind.Rights, null),
        _ => null,
    };

    private static bool IsNew(EntityEntry entry, SheetTransition step) => entry.Context.Entry(step).State == EntityState.Added;
}
