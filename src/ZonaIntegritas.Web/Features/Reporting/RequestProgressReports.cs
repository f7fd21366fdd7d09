using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Asks for today's report of every sheet of the newest period that has something to tell. Runs as the system.</summary>
public sealed partial class RequestProgressReports(
    IDbContextFactory<AppDbContext> dbFactory, IWorkDispatcher dispatcher, TimeProvider clock, ILogger<RequestProgressReports> logger)
{
    private const int BatchSize = 500;

    public async Task ExecuteAsync(CancellationToken ct)
    {
        var added = 0;
        foreach (var batch in (await WantedAsync(ct)).Chunk(BatchSize))
        {
            var rows = await MissingRows.AddAsync(dbFactory, db => MissingAsync(db, batch, ct), ct);
            foreach (var row in rows)
            {
                dispatcher.MakeReport(row.Id);
            }

            added += rows.Count;
        }

        Log.Requested(logger, added);
    }

    /// <summary>The unit's layer once it has answers or was handed in, TPI's layer once TPI has answers.</summary>
    private async Task<List<Wanted>> WantedAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var newest = db.Periods.OrderByDescending(p => p.Year).ThenByDescending(p => p.FillFrom).Select(p => p.Id).Take(1);
        var sheets = await db.Assessments
            .Where(sheet => newest.Contains(sheet.PeriodId))
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new
            {
                sheet.Id,
                sheet.Status,
                unit.Zone,
                Layers = db.StoredScores.Where(s => s.AssessmentId == sheet.Id && s.AnsweredQuestions > 0).Select(s => s.Layer).ToList(),
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

    private async Task<List<ReportRequest>> MissingAsync(AppDbContext db, IReadOnlyList<Wanted> wanted, CancellationToken ct)
    {
        var ids = wanted.Select(want => want.AssessmentId).Distinct().ToList();
        var days = wanted.Select(want => want.Day).Distinct().ToList();
        var there = await db.ReportRequests
            .Where(row => row.Kind == PaperKind.Progress && row.AssessmentId != null && ids.Contains(row.AssessmentId.Value) && days.Contains(row.Day))
            .Select(row => new Wanted(row.AssessmentId!.Value, row.Layer, row.Day))
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. wanted.Except(there).Select(want => ReportRequest.Progress(Guid.CreateVersion7(now), want.AssessmentId, want.Layer, want.Day, now))];
    }

    private sealed record Wanted(Guid AssessmentId, Layer Layer, DateOnly Day);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Requested {Count} progress reports")]
        public static partial void Requested(ILogger logger, int count);
    }
}
