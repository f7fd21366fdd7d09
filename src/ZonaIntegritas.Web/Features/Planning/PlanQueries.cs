using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>Everything the shortest way and a trial are made from: the sheet, the efforts and the action items.</summary>
public sealed class PlanQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">There is no such sheet, or its unit is not this person's to see.</exception>
    public async Task<PlanView> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var planned = await PlanSource.ScoreAsync(db, sheet, ct);
        var efforts = await db.QuestionEfforts.Where(effort => effort.AssessmentId == assessmentId)
            .ToDictionaryAsync(effort => effort.QuestionCode, effort => effort.Effort, ct);
        return new(
            new(
                assessmentId, sheet.Unit.Id, sheet.Unit.ShortName, sheet.Period.Year, sheet.Assessment.Target, planned.Layer,
                SheetLife.IsAfterLhe(sheet.Assessment.Status), sheet.Today, PlanSource.DueOn(sheet)),
            planned.Score, planned.Held, efforts, await ActionsAsync(db, assessmentId, ct), actor.MayFill(sheet.Unit.Id), PlanSource.Closed(sheet));
    }

    /// <summary>Open ones first, the nearest date first.</summary>
    private static async Task<List<ActionRow>> ActionsAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var items = await db.ActionItems.AsNoTracking().Where(item => item.AssessmentId == assessmentId)
            .OrderBy(item => item.State).ThenBy(item => item.DueOn).ThenBy(item => item.QuestionCode).ThenBy(item => item.Id).ToListAsync(ct);
        return [.. items.Select(item => new ActionRow(
            item.Id, item.QuestionCode, item.What, item.Who, item.DueOn, AimOf(item), item.Gain, item.State, item.Outcome, item.Version))];
    }

    private static AnswerValue? AimOf(ActionItem item) => item.Aim.Length == 0 ? null : AnswerJson.Restore(item.Aim);
}
