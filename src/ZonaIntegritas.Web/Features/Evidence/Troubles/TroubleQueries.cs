using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Troubles;

/// <summary>Finds what is wrong with a sheet's evidence while the unit can still mend it.</summary>
public sealed class TroubleQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <summary>Of the own unit's newest sheet that is not concluded; null when there is none, or for people who fill in nothing.</summary>
    public async Task<EvidenceTroubles?> OwnAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var sheet = await (
            from assessment in db.Assessments
            join period in db.Periods on assessment.PeriodId equals period.Id
            where assessment.UnitId == actor.UnitId && !SheetLife.AfterLhe.Contains(assessment.Status)
            orderby period.Year descending
            select new { assessment.Id }).FirstOrDefaultAsync(ct);
        return sheet is not null && actor.UnitId is { } unit && actor.MayFill(unit) ? await OfAsync(db, sheet.Id, ct) : null;
    }

    /// <exception cref="ForbiddenException">The person may not see this unit's sheet.</exception>
    public async Task<EvidenceTroubles> OfSheetAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => (Guid?)sheet.UnitId).SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => unitId is { } unit && who.MaySee(unit), ct);
        return await OfAsync(db, assessmentId, ct);
    }

    private async Task<EvidenceTroubles> OfAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var sheet = await (
            from assessment in db.Assessments
            join unit in db.WorkUnits on assessment.UnitId equals unit.Id
            join period in db.Periods on assessment.PeriodId equals period.Id
            where assessment.Id == assessmentId
            select new { unit.Zone, period.Year }).SingleAsync(ct);
        var today = sheet.Zone.Today(clock.GetUtcNow());
        var rows = await EvidenceQueries.OfSheetAsync(db, assessmentId, ct);
        // One document on three questions is one thing to mend.
        var documents = rows.DistinctBy(row => row.VersionId).ToList();
        var answered = await db.Answers
            .Where(answer => answer.AssessmentId == assessmentId && answer.Layer == Layer.Unit && answer.Value != null)
            .Select(answer => answer.QuestionCode).ToListAsync(ct);
        return new(
            assessmentId,
            sheet.Year,
            documents.Count(row => row.Link is LinkState.Locked or LinkState.Dead or LinkState.NotPublic),
            documents.Count(row => row.Warning != ContentWarning.None || row.Scan == ScanState.Infected),
            documents.Count(row => row.ValidUntil < today),
            documents.Count(row => row.EarlierYear is not null),
            answered.Except(rows.Select(row => row.QuestionCode)).Count());
    }
}
