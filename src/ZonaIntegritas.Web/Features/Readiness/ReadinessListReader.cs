using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Reads a page of the list in a handful of commands, however many units there are.</summary>
public sealed class ReadinessListReader(InstrumentLibrary instruments, TimeProvider clock)
{
    public async Task<ReadinessList> ReadAsync(AppDbContext db, Actor actor, ReadinessFilter filter, CancellationToken ct)
    {
        var units = FoundSheets.UnitsSeenBy(db, actor);
        var years = await YearsAsync(db, units, ct);
        var oneUnit = !ReadinessQueries.SeesOthers(actor);
        if (years.Count == 0)
        {
            return new(years, null, [], [], ReadinessSums.None, oneUnit);
        }

        var year = filter.Year is { } wanted && years.Contains(wanted) ? wanted : years[0];
        var sheets = FoundSheets.In(db, units, year, filter, forUnit: oneUnit);
        var sums = await SumsAsync(sheets, ct);
        var found = await PageAsync(sheets, filter, ct);
        return await ShowAsync(db, years, year, found, sums, oneUnit, ct);
    }

    /// <summary>First the page's ids, then its rows: sorting thousands of rows with their points by section costs far more.</summary>
    private static async Task<List<FoundSheet>> PageAsync(IQueryable<FoundSheet> sheets, ReadinessFilter filter, CancellationToken ct)
    {
        var ids = await FoundSheets.Sorted(sheets, filter)
            .Select(found => found.Sheet.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * ReadinessFilter.Size).Take(ReadinessFilter.Size)
            .ToListAsync(ct);
        var found = await sheets.Where(sheet => ids.Contains(sheet.Sheet.Id)).AsNoTracking().ToListAsync(ct);
        return [.. found.OrderBy(sheet => ids.IndexOf(sheet.Sheet.Id))];
    }

    private async Task<ReadinessList> ShowAsync(
        AppDbContext db, IReadOnlyList<int> years, int year, List<FoundSheet> found, ReadinessSums sums, bool oneUnit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<AreaHead> areas = [];
        var rows = new List<ReadinessRow>(found.Count);
        foreach (var sheet in found)
        {
            // From memory after the first: an instrument is read once per process.
            var instrument = await instruments.GetAsync(db, sheet.Sheet.InstrumentVersionId, ct);
            areas = areas.Count > 0 ? areas : ReadinessRows.AreasOf(instrument);
            rows.Add(ReadinessRows.Of(sheet, instrument, now));
        }

        return new(years, year, areas, rows, sums, oneUnit);
    }

    private static async Task<IReadOnlyList<int>> YearsAsync(AppDbContext db, IQueryable<WorkUnit> units, CancellationToken ct) =>
        await db.Periods
            .Where(period => db.Assessments.Any(sheet => sheet.PeriodId == period.Id && units.Any(unit => unit.Id == sheet.UnitId)))
            .Select(period => period.Year)
            .Distinct()
            .OrderByDescending(year => year)
            .ToListAsync(ct);

    private static async Task<ReadinessSums> SumsAsync(IQueryable<FoundSheet> sheets, CancellationToken ct) =>
        await sheets
            .GroupBy(_ => 1)
            .Select(all => new ReadinessSums(
                all.Count(),
                all.Count(found => found.ShowsTpi ? found.Tpi!.TargetMet : found.Own!.TargetMet),
                all.Count(found => found.Sheet.Status == AssessmentStatus.Draft || found.Sheet.Status == AssessmentStatus.InRepair),
                all.Count(found => found.Sheet.Status != AssessmentStatus.InRepair && SheetLife.AtTpi.Contains(found.Sheet.Status))))
            .SingleOrDefaultAsync(ct) ?? ReadinessSums.None;
}
