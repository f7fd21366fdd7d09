using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>One assigned sheet in the evaluator's queue.</summary>
/// <param name="Repaired">Returned questions that the unit has sent back and that wait for another look.</param>
/// <param name="Open">Returned questions that still wait for the unit.</param>
public sealed record QueueRow(
    Guid AssessmentId, string UnitShortName, string UnitName, int Year, string Target, AssessmentStatus Status,
    DateTimeOffset? SubmittedAt, DateOnly ReviewUntil, IndonesianZone Zone,
    decimal? UnitTotal, decimal? TpiTotal, int TpiAnswered, int Questions, int Repaired, int Open)
{
    /// <summary>While the unit repairs some questions, the others can still be judged.</summary>
    public bool IsMyTurn =>
        Status is AssessmentStatus.Submitted or AssessmentStatus.Preliminary or AssessmentStatus.InReview or AssessmentStatus.ReReview
        || Repaired > 0
        || (Status == AssessmentStatus.InRepair && TpiAnswered < Questions);
}

/// <summary>What waits for the evaluator who asks; other units do not appear at all.</summary>
public sealed class ReviewQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <returns>What waits first, the longest waiting on top; then what is with the unit, then what is concluded.</returns>
    public async Task<IReadOnlyList<QueueRow>> QueueAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var units = actor.AssignedUnits.Where(actor.MayReview).ToList();
        var rows = await (
            from assessment in db.Assessments
            join unit in db.WorkUnits on assessment.UnitId equals unit.Id
            join period in db.Periods on assessment.PeriodId equals period.Id
            join own in db.StoredScores.Where(s => s.Layer == Layer.Unit) on assessment.Id equals own.AssessmentId into owns
            from own in owns.DefaultIfEmpty()
            join tpi in db.StoredScores.Where(s => s.Layer == Layer.Tpi) on assessment.Id equals tpi.AssessmentId into tpis
            from tpi in tpis.DefaultIfEmpty()
            where units.Contains(unit.Id) && assessment.Status != AssessmentStatus.Draft
            select new QueueRow(
                assessment.Id, unit.ShortName, unit.Name, period.Year, assessment.Target, assessment.Status,
                assessment.SubmittedAt, period.ReviewUntil, unit.Zone,
                own == null ? null : own.Total, tpi == null ? null : tpi.Total, tpi == null ? 0 : tpi.AnsweredQuestions, own == null ? 0 : own.Questions,
                db.ReturnedItems.Count(item => item.AssessmentId == assessment.Id && item.State == ReturnedItemState.Repaired),
                db.ReturnedItems.Count(item => item.AssessmentId == assessment.Id && item.State == ReturnedItemState.Open)))
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.OrderByDescending(row => row.IsMyTurn).ThenBy(row => SheetLife.IsAfterLhe(row.Status))
            .ThenByDescending(row => row.Year).ThenBy(row => row.SubmittedAt)];
    }
}
