using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reporting.Schedule;

/// <summary>
/// Asks for the reports of the latest due day: one of every sheet of the newest period that has something to tell, then
/// the recap. The recap's row is written last and says that the run was whole; until it is there a later run, or the next
/// start, adds what is missing. Runs as the system.
/// </summary>
public sealed partial class RequestScheduledReports(
    IDbContextFactory<AppDbContext> dbFactory, IWorkDispatcher dispatcher, IOptions<JobOptions> options, TimeProvider clock, ILogger<RequestScheduledReports> logger)
{
    private const int BatchSize = 500;

    /// <returns>How many it asked for.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        if (ReportSlot.Latest(options.Value.ProgressReports, clock.GetUtcNow()) is not { } slot || await NewestPeriodAsync(ct) is not { } period)
        {
            return 0;
        }

        if (await RecapAsync(period, slot, ct) is { } whole)
        {
            // Whole already; the program may have died before it told anybody.
            dispatcher.ReportFinished(whole);
            return 0;
        }

        var added = 0;
        foreach (var batch in (await WantedAsync(period, ct)).Chunk(BatchSize))
        {
            added += await AddAsync(db => MissingAsync(db, batch, slot, ct), ct);
        }

        added += await AddAsync(db => MissingRecapAsync(db, period, slot, ct), ct);
        Log.Requested(logger, added, slot);
        return added;
    }

    private async Task<int> AddAsync(Func<AppDbContext, Task<List<ReportRequest>>> find, CancellationToken ct)
    {
        var rows = await MissingRows.AddAsync(dbFactory, find, ct);
        foreach (var row in rows)
        {
            dispatcher.MakeReport(row.Id);
        }

        return rows.Count;
    }

    private async Task<Guid?> NewestPeriodAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.Periods.OrderByDescending(p => p.Year).ThenByDescending(p => p.FillFrom).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<Guid?> RecapAsync(Guid period, DateOnly slot, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.ReportRequests.Where(row => row.Key == RecapKey(slot, period)).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct);
    }

    /// <summary>The unit's layer once it has answers or was handed in, TPI's layer once TPI has answers.</summary>
    private async Task<List<Wanted>> WantedAsync(Guid period, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheets = await db.Assessments
            .Where(sheet => sheet.PeriodId == period)
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new
            {
                sheet.Id,
                sheet.Status,
                unit.Zone,
                Layers = db.StoredScores.Where(s => s.AssessmentId == sheet.Id && s.AnsweredQuestions > 0 && s.Layer != Layer.Tpn).Select(s => s.Layer).ToList(),
            })
            .OrderBy(sheet => sheet.Id)
            .AsSplitQuery()
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. sheets.SelectMany(sheet => sheet.Layers
            .Concat(sheet.Status == AssessmentStatus.Draft ? [] : [Layer.Unit])
            .Distinct()
            .Select(layer => new Wanted(sheet.Id, layer, sheet.Zone.Today(now))))];
    }

    private async Task<List<ReportRequest>> MissingAsync(AppDbContext db, IReadOnlyList<Wanted> wanted, DateOnly slot, CancellationToken ct)
    {
        var keys = wanted.Select(want => KeyOf(slot, want)).ToList();
        var there = (await db.ReportRequests.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(ct)).ToHashSet();
        var sheets = wanted.Select(want => (Guid?)want.AssessmentId).Distinct().ToList();
        var versions = (await db.ReportRequests
                .Where(row => row.Kind == PaperKind.Progress && sheets.Contains(row.AssessmentId))
                .GroupBy(row => new { row.AssessmentId, row.Layer })
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync(ct))
            .ToDictionary(group => (group.Key.AssessmentId, group.Key.Layer), group => group.Count);
        var now = clock.GetUtcNow();
        return [.. wanted.Where(want => !there.Contains(KeyOf(slot, want))).Select(want => new ReportRequest(
            Guid.CreateVersion7(now),
            new(PaperKind.Progress, want.AssessmentId, null, want.Layer),
            new(KeyOf(slot, want), want.Day, versions.GetValueOrDefault((want.AssessmentId, want.Layer)) + 1, null),
            now))];
    }

    private async Task<List<ReportRequest>> MissingRecapAsync(AppDbContext db, Guid period, DateOnly slot, CancellationToken ct)
    {
        if (await db.ReportRequests.AnyAsync(row => row.Key == RecapKey(slot, period), ct))
        {
            return [];
        }

        var version = await db.ReportRequests.CountAsync(row => row.Kind == PaperKind.Recap && row.PeriodId == period, ct) + 1;
        var now = clock.GetUtcNow();
        return [new(
            Guid.CreateVersion7(now), new(PaperKind.Recap, null, period, Layer.Unit),
            new(RecapKey(slot, period), IndonesianZone.WIB.Today(now), version, null), now)];
    }

    private static string KeyOf(DateOnly slot, Wanted want) => $"{ReportSlot.KeyOf(slot)}{want.AssessmentId}:{want.Layer}";

    private static string RecapKey(DateOnly slot, Guid period) => $"{ReportSlot.KeyOf(slot)}recap:{period}";

    private sealed record Wanted(Guid AssessmentId, Layer Layer, DateOnly Day);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Requested {Count} reports of {Slot}")]
        public static partial void Requested(ILogger logger, int count, DateOnly slot);
    }
}
