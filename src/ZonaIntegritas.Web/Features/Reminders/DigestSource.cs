using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reviews;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>All sheets of the newest period as digests look at them, and what failed; loaded once for everybody.</summary>
public sealed record DigestMaterial(DateTimeOffset Now, IReadOnlyDictionary<Guid, SheetState> SheetsByUnit, FailedWork Failed)
{
    private readonly IReadOnlyList<SheetState> _all = [.. SheetsByUnit.Values];

    /// <summary>Narrows down before the policy decides: 10,000 people do not each walk through 5,000 sheets.</summary>
    public IReadOnlyList<SheetState> SheetsFor(Actor person) => person.SeesAllUnits
        ? _all
        : [.. person.AssignedUnits.Append(person.UnitId ?? Guid.Empty).Distinct().Select(unit => SheetsByUnit.GetValueOrDefault(unit)).OfType<SheetState>()];
}

/// <summary>Reads the material for a day's digests in a handful of queries, whatever the number of units: stored figures and codes.</summary>
public sealed class DigestSource(InstrumentLibrary instruments, TimeProvider clock)
{
    public Task<DigestMaterial> LoadAsync(AppDbContext db, CancellationToken ct) => LoadAsync(db, clock.GetUtcNow(), ct);

    /// <summary>As the sheets of this moment will be looked at then: for a preview of tomorrow.</summary>
    public async Task<DigestMaterial> LoadAsync(AppDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var failed = new FailedWork(
            await db.ReportRequests.CountAsync(row => row.State == WorkState.Failed, ct),
            await db.MailDeliveries.CountAsync(row => row.State == WorkState.Failed, ct));
        var period = await db.Periods.AsNoTracking()
            .OrderByDescending(p => p.Year).ThenByDescending(p => p.FillFrom).FirstOrDefaultAsync(ct);
        return period is null
            ? new(now, new Dictionary<Guid, SheetState>(), failed)
            : new(now, await SheetsAsync(db, period, now, ct), failed);
    }

    private async Task<Dictionary<Guid, SheetState>> SheetsAsync(
        AppDbContext db, AssessmentPeriod period, DateTimeOffset now, CancellationToken ct)
    {
        var sheets = await db.Assessments.Where(sheet => sheet.PeriodId == period.Id)
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new SheetRow(
                sheet.Id, unit.Id, unit.ShortName, unit.Zone, sheet.Status, sheet.Target, sheet.SubmittedAt, sheet.InstrumentVersionId))
            .ToListAsync(ct);
        // A sheet whose LHE is out may keep an older version than its period.
        Dictionary<Guid, Instrument> versions = [];
        foreach (var version in sheets.Select(sheet => sheet.InstrumentVersionId).Distinct())
        {
            versions.Add(version, await instruments.GetAsync(db, version, ct));
        }

        var scores = (await db.StoredScores
                .Where(score => score.Layer == Layer.Unit && db.Assessments.Any(sheet => sheet.Id == score.AssessmentId && sheet.PeriodId == period.Id))
                .Select(score => new ScoreRow(score.AssessmentId, score.Total, score.AnsweredQuestions, score.TargetMet))
                .ToListAsync(ct))
            .ToDictionary(score => score.AssessmentId);
        var items = (await db.ReturnedItems
                .Where(item => item.State != ReturnedItemState.Closed
                    && db.Assessments.Any(sheet => sheet.Id == item.AssessmentId && sheet.PeriodId == period.Id))
                .OrderBy(item => item.ReturnedAt)
                .Select(item => new ItemRow(item.AssessmentId, item.QuestionCode, item.Reason, item.State, item.ReturnedAt))
                .ToListAsync(ct))
            .ToLookup(item => item.AssessmentId);
        var brokenLinks = await BrokenLinksAsync(db, period.Id, ct);
        var waits = await WaitsAsync(db, period, sheets, now, ct);
        var open = await DigestQuestions.LoadAsync(
            db,
            period.Id,
            [.. sheets.Where(sheet => sheet.Status == AssessmentStatus.Draft && period.IsOpenForFilling(sheet.Zone.Today(now)))
                .Select(sheet => new FilledSheet(sheet.Id, versions[sheet.InstrumentVersionId], scores.GetValueOrDefault(sheet.Id)?.Answered ?? 0))],
            ct);
        var fell = await DigestNews.FellAsync(db, period.Id, ct);
        var expiring = await DigestNews.ExpiringAsync(db, period.Id, now, ct);
        var actions = await DigestNews.ActionsAsync(db, period.Id, now, ct);
        return sheets.ToDictionary(sheet => sheet.UnitId, sheet => Describe(
            sheet, period, versions[sheet.InstrumentVersionId], now,
            scores.GetValueOrDefault(sheet.Id), [.. items[sheet.Id]]) with
        {
            BrokenLinks = brokenLinks.GetValueOrDefault(sheet.Id),
            Waits = waits.GetValueOrDefault(sheet.Id) ?? SheetWaits.None,
            OpenQuestions = open.GetValueOrDefault(sheet.Id) ?? [],
            Expiring = [.. expiring[sheet.Id]],
            Fell = [.. fell[sheet.Id].Select(lost => lost.Gate with { On = sheet.Zone.Today(lost.At) })],
            Actions = [.. actions[sheet.Id]],
        });
    }

    /// <summary>For sheets on which TPI may work today; the others wait for nobody in it.</summary>
    private Task<IReadOnlyDictionary<Guid, SheetWaits>> WaitsAsync(
        AppDbContext db, AssessmentPeriod period, List<SheetRow> sheets, DateTimeOffset now, CancellationToken ct) =>
        SheetWaitsReader.LoadAsync(
            db,
            instruments,
            [.. sheets.Where(sheet => SheetLife.AtTpi.Contains(sheet.Status) && period.IsOpenForReview(sheet.Zone.Today(now)))
                .Select(sheet => new CountedSheet(sheet.Id, sheet.UnitId, sheet.InstrumentVersionId))],
            ct);

    /// <summary>By sheet; one address on several questions counts once.</summary>
    private static Task<Dictionary<Guid, int>> BrokenLinksAsync(AppDbContext db, Guid periodId, CancellationToken ct) => (
        from version in db.EvidenceVersions
        join link in db.EvidenceLinks on version.Id equals link.VersionId
        join sheet in db.Assessments on link.AssessmentId equals sheet.Id
        where sheet.PeriodId == periodId && link.DetachedAt == null
            && (version.Link == LinkState.Locked || version.Link == LinkState.Dead || version.Link == LinkState.NotPublic)
        select new { sheet.Id, VersionId = version.Id }).Distinct()
        .GroupBy(found => found.Id).ToDictionaryAsync(found => found.Key, found => found.Count(), ct);

    private static SheetState Describe(
        SheetRow sheet, AssessmentPeriod period, Instrument instrument, DateTimeOffset now, ScoreRow? unit, List<ItemRow> items) => new()
        {
            AssessmentId = sheet.Id,
            UnitId = sheet.UnitId,
            UnitName = sheet.UnitName,
            Period = period,
            Today = sheet.Zone.Today(now),
            Status = sheet.Status,
            Target = instrument.Predicate(sheet.Target)?.Name ?? sheet.Target,
            TargetMet = unit?.TargetMet ?? false,
            Questions = instrument.Places.Count,
            Answered = unit?.Answered ?? 0,
            PointsLost = instrument.TotalWeight - (unit?.Total ?? 0m),
            SubmittedOn = sheet.SubmittedAt is { } at ? sheet.Zone.Today(at) : null,
            Returned = [.. items.Where(item => item.State == ReturnedItemState.Open).Select(item => new ReturnedQuestion(item.Code, item.Reason)
            {
                Points = instrument.Place(item.Code)?.Leaf.QuestionWeight.ToDecimal() ?? 0m,
                ReturnedOn = sheet.Zone.Today(item.ReturnedAt),
            })],
            RepairFrom = items.Count > 0 ? sheet.Zone.Today(items.Min(item => item.ReturnedAt)) : null,
            Repaired = items.Count(item => item.State == ReturnedItemState.Repaired),
        };

    private sealed record SheetRow(
        Guid Id, Guid UnitId, string UnitName, IndonesianZone Zone, AssessmentStatus Status, string Target, DateTimeOffset? SubmittedAt, Guid InstrumentVersionId);

    private sealed record ScoreRow(Guid AssessmentId, decimal Total, int Answered, bool TargetMet);

    private sealed record ItemRow(Guid AssessmentId, string Code, string Reason, ReturnedItemState State, DateTimeOffset ReturnedAt);
}
