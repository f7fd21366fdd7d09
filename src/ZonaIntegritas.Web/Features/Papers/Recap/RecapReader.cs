using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

/// <summary>Reads a period's ranking from stored scores, a few hundred rows at a time. Asks nobody's leave: the caller has.</summary>
public sealed class RecapReader(InstrumentLibrary instruments)
{
    private const int AtATime = 500;

    public async Task<RecapFacts> ReadAsync(AppDbContext db, Guid periodId, DateTimeOffset now, CancellationToken ct)
    {
        var period = await db.Periods.AsNoTracking().SingleAsync(each => each.Id == periodId, ct);
        var filter = new ReadinessFilter(period.Year, Sort: ReadinessSort.Total, Descending: true);
        var sheets = FoundSheets.WithScore(db, db.Assessments.Where(sheet => sheet.PeriodId == periodId), layer: null, forUnit: false);
        var ids = await FoundOrder.Sorted(db, sheets, filter).Select(found => found.Sheet.Id).ToListAsync(ct);
        var rows = new List<RecapRow>(ids.Count);
        foreach (var chunk in ids.Chunk(AtATime))
        {
            List<Guid> some = [.. chunk];
            var found = await sheets.Where(sheet => EF.Parameter(some).Contains(sheet.Sheet.Id))
                .Join(db.WorkUnits, row => row.Sheet.UnitId, unit => unit.Id, (row, unit) => new { row.Sheet, row.Score, Unit = unit })
                .AsNoTracking().ToDictionaryAsync(row => row.Sheet.Id, ct);
            foreach (var id in some)
            {
                var row = found[id];
                rows.Add(await RowAsync(db, new(row.Sheet, row.Unit, period, row.Score?.Layer ?? Layer.Unit, row.Score), now, ct));
            }
        }

        // Who has no answer yet stands last, whatever nought would rank.
        rows = [.. rows.OrderBy(row => !row.HasScore)];
        var instrument = await instruments.GetAsync(db, period.InstrumentVersionId, ct);
        return new(period.Year, instrument, await InstrumentsAsync(db, periodId, ct), ReadinessRows.AreasOf(instrument), rows);
    }

    private async Task<RecapRow> RowAsync(AppDbContext db, PageRow found, DateTimeOffset now, CancellationToken ct) => new(
        ReadinessRows.Of(found, await instruments.GetAsync(db, found.Sheet.InstrumentVersionId, ct), now),
        found.Score is { AnsweredQuestions: > 0 } score ? UnmetGates.Read(score.UnmetGates) : new HashSet<string>());

    private static async Task<IReadOnlyList<string>> InstrumentsAsync(AppDbContext db, Guid periodId, CancellationToken ct) =>
        [.. (await db.InstrumentVersions
            .Where(version => db.Assessments.Any(sheet => sheet.PeriodId == periodId && sheet.InstrumentVersionId == version.Id))
            .OrderBy(version => version.LoadedAt).Select(version => new { version.Name, version.InstrumentId, version.Version }).ToListAsync(ct))
            .Select(version => $"{version.Name}, {version.InstrumentId} versi {version.Version}")];
}
