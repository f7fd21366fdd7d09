using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>One item of one sheet, as the person saw it.</summary>
public sealed record ActionRef(Guid AssessmentId, Guid ItemId, int SeenVersion);

/// <summary>What changing and closing an item share: may this person, is it open, has nobody changed it, and the line in the trail.</summary>
internal static class ActionOpener
{
    /// <param name="change">Returns why not; null when it was changed.</param>
    public static async Task<Result> ChangeAsync(
        AppDbContext db, Authorizer authorizer, SheetKeeper sheets, ActionRef which, Func<ActionItem, OpenSheet, Problem?> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, which.AssessmentId, ct);
        var actor = await authorizer.RequirePlannerAsync(db, sheet, ct);
        var item = await db.ActionItems.SingleOrDefaultAsync(i => i.Id == which.ItemId && i.AssessmentId == which.AssessmentId, ct);
        if (item is null || Refusal(item, which, sheet) is not null)
        {
            return item is null ? PlanningProblems.UnknownItem : Refusal(item, which, sheet)!;
        }

        var (before, text) = (ActionTrace.Of(item), new ActionText(item.What, item.Who, item.DueOn));
        if (change(item, sheet) is { } problem)
        {
            return problem;
        }

        Record(db, sheet, actor, item, new(before, ActionTrace.Of(item)), ActionTrace.Changed(text, item));
        await db.SaveChangesAsync(ct);
        await TellUnit.PlanChangedAsync(db, sheet, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    private static Problem? Refusal(ActionItem item, ActionRef which, OpenSheet sheet) =>
        PlanSource.Closed(sheet)
        ?? (item.Version != which.SeenVersion ? PlanningProblems.Stale
            : item.State != ActionState.Open ? PlanningProblems.AlreadyClosed
            : null);

    private static void Record(AppDbContext db, OpenSheet sheet, Actor actor, ActionItem item, AuditChange change, string note) => db.Record(
        sheet.Now, actor, AuditAction.ActionPlanned, new(sheet.Unit.Id, sheet.Assessment.Id, item.QuestionCode, item.Id), change, note);
}
