using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>What waits for the evaluator who asks; other units do not appear at all.</summary>
public sealed class ReviewQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    /// <returns>What waits for this person first, the longest waiting on top; then what is with others, then what has its LHE.</returns>
    public async Task<IReadOnlyList<QueueRow>> QueueAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var found = await FoundAsync(db, [.. actor.AssignedUnits.Where(actor.MayReview)], ct);
        List<CountedSheet> counted = [.. found
            .Where(sheet => SheetLife.AtTpi.Contains(sheet.Status)).Select(sheet => new CountedSheet(sheet.Id, sheet.UnitId, sheet.InstrumentVersionId))];
        var waits = await SheetWaitsReader.LoadAsync(db, instruments, counted, ct);
        var now = clock.GetUtcNow();
        return [.. found.Select(sheet => Row(sheet, actor, waits.GetValueOrDefault(sheet.Id) ?? SheetWaits.None, now))
            .OrderByDescending(row => row.IsMyTurn).ThenBy(row => SheetLife.IsAfterLhe(row.Status))
            .ThenByDescending(row => row.Year).ThenBy(row => row.SubmittedAt)];
    }

    private static QueueRow Row(FoundRow sheet, Actor actor, SheetWaits waits, DateTimeOffset now)
    {
        var duty = actor.DutyOn(sheet.UnitId)!;
        var today = sheet.Zone.Today(now);
        return new(sheet.Id, new(sheet.ShortName, sheet.Name, sheet.Period.Year, sheet.Target), sheet.Status, duty)
        {
            SubmittedAt = sheet.SubmittedAt,
            Today = today,
            SubmittedOn = sheet.SubmittedAt is { } at ? sheet.Zone.Today(at) : null,
            ReviewFrom = sheet.Period.ReviewFrom,
            ReviewUntil = sheet.Period.ReviewUntil,
            IsOpen = SheetLife.AtTpi.Contains(sheet.Status) && sheet.Period.IsOpenForReview(today),
            UnitTotal = sheet.UnitTotal,
            TpiTotal = sheet.TpiTotal,
            Waiting = waits.For(duty),
            WithTeam = waits.ForOthers(duty),
            WithUnit = waits.WithUnit,
            Repaired = sheet.Repaired,
            AwaitsLhe = waits.AwaitsLheBy(duty) && SheetLife.Refusal(SheetMove.Conclude, sheet.Status) is null,
        };
    }

    private static Task<List<FoundRow>> FoundAsync(AppDbContext db, List<Guid> units, CancellationToken ct) => (
        from assessment in db.Assessments
        join unit in db.WorkUnits on assessment.UnitId equals unit.Id
        join period in db.Periods on assessment.PeriodId equals period.Id
        join own in db.StoredScores.Where(s => s.Layer == Layer.Unit) on assessment.Id equals own.AssessmentId into owns
        from own in owns.DefaultIfEmpty()
        join tpi in db.StoredScores.Where(s => s.Layer == Layer.Tpi) on assessment.Id equals tpi.AssessmentId into tpis
        from tpi in tpis.DefaultIfEmpty()
        where units.Contains(unit.Id) && assessment.Status != AssessmentStatus.Draft
        select new FoundRow(
            assessment.Id, unit.Id, unit.ShortName, unit.Name, unit.Zone, period, assessment.InstrumentVersionId, assessment.Target, assessment.Status,
            assessment.SubmittedAt, own == null ? null : own.Total, tpi == null ? null : tpi.Total,
            db.ReturnedItems.Count(item => item.AssessmentId == assessment.Id && item.State == ReturnedItemState.Repaired)))
        .AsNoTracking().ToListAsync(ct);

    private sealed record FoundRow(
        Guid Id, Guid UnitId, string ShortName, string Name, IndonesianZone Zone, AssessmentPeriod Period, Guid InstrumentVersionId,
        string Target, AssessmentStatus Status, DateTimeOffset? SubmittedAt, decimal? UnitTotal, decimal? TpiTotal, int Repaired);
}
