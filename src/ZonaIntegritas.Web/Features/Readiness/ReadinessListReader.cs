using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Reads a page of the list and what is said of all units in a handful of commands, however many units there are.</summary>
public sealed class ReadinessListReader(InstrumentLibrary instruments, TimeProvider clock)
{
    public async Task<ReadinessList> ReadAsync(AppDbContext db, Actor actor, ReadinessFilter filter, CancellationToken ct)
    {
        var oneUnit = !ReadinessQueries.SeesOthers(actor);
        var seen = FoundSheets.SeenBy(db, actor);
        var periods = await PeriodsAsync(db, seen, ct);
        if (periods.Count == 0)
        {
            return ReadinessList.Nothing(oneUnit);
        }

        var year = periods.Any(period => period.Year == filter.Year) ? filter.Year!.Value : periods[0].Year;
        var ofYear = periods.Where(period => period.Year == year).ToDictionary(period => period.Id);
        var ids = ofYear.Keys.ToList();
        var sheets = seen.Where(sheet => ids.Contains(sheet.PeriodId));
        var instrument = await instruments.GetAsync(db, ofYear.Values.First().InstrumentVersionId, ct);
        filter = filter with { Area = instrument.OfKind(SectionKind.Area).Any(area => area.Code == filter.Area) ? filter.Area : instrument.OfKind(SectionKind.Area).First().Code };
        var found = FoundSheets.WithScore(db, sheets, filter.Layer, oneUnit);
        var counter = new CockpitCounter(instrument, WindowLines.Of(ofYear.Values.First(), IndonesianZone.WIB.Today(clock.GetUtcNow())));
        var (sums, cockpit) = await counter.CountAsync(found, FoundConditions.Of(db, filter), ct);
        return new([.. periods.Select(period => period.Year).Distinct()], year, ReadinessRows.AreasOf(instrument), await RowsAsync(db, found, filter, ofYear, ct), sums, oneUnit)
        {
            Size = filter.Size,
            Cockpit = cockpit,
            Choices = new([.. instrument.Predicates.Select(predicate => predicate.Code)], await CitiesAsync(db, actor, ct)),
            Alerts = await AlertReader.FallenAsync(db, sheets, oneUnit, ct),
        };
    }

    /// <summary>The page's ids are found first, inside the command: sorting thousands of rows with their points by section costs far more.</summary>
    private async Task<IReadOnlyList<ReadinessRow>> RowsAsync(
        AppDbContext db, IQueryable<FoundSheet> found, ReadinessFilter filter, Dictionary<Guid, AssessmentPeriod> periods, CancellationToken ct)
    {
        var narrowed = FoundConditions.Of(db, filter) is { } condition ? found.Where(condition) : found;
        var ids = FoundOrder.Sorted(db, narrowed, filter).Select(sheet => sheet.Sheet.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * filter.Size).Take(filter.Size);
        var page = await (
            from sheet in FoundOrder.Sorted(db, found.Where(sheet => ids.Contains(sheet.Sheet.Id)), filter)
            join unit in db.WorkUnits on sheet.Sheet.UnitId equals unit.Id
            select new { sheet.Sheet, sheet.Score, Unit = unit })
            .AsNoTracking().ToListAsync(ct);
        var (now, wanted) = (clock.GetUtcNow(), filter.Layer ?? Layer.Unit);
        var rows = new List<ReadinessRow>(page.Count);
        foreach (var row in page)
        {
            // From memory after the first: an instrument is read once per process.
            var instrument = await instruments.GetAsync(db, row.Sheet.InstrumentVersionId, ct);
            rows.Add(ReadinessRows.Of(new(row.Sheet, row.Unit, periods[row.Sheet.PeriodId], row.Score?.Layer ?? wanted, row.Score), instrument, now));
        }

        return rows;
    }

    /// <summary>Those in which the reader sees a sheet, the newest first.</summary>
    private static Task<List<AssessmentPeriod>> PeriodsAsync(AppDbContext db, IQueryable<Assessment> seen, CancellationToken ct) => db.Periods
        .Where(period => seen.Any(sheet => sheet.PeriodId == period.Id))
        .OrderByDescending(period => period.Year).ThenByDescending(period => period.FillFrom)
        .AsNoTracking().ToListAsync(ct);

    private static async Task<IReadOnlyList<string>> CitiesAsync(AppDbContext db, Actor actor, CancellationToken ct) =>
        await FoundSheets.UnitsSeenBy(db, actor).Where(unit => unit.City != "").Select(unit => unit.City).Distinct().OrderBy(city => city).ToListAsync(ct);
}

/// <summary>A row of the page with what its words are made from.</summary>
internal sealed record PageRow(Assessment Sheet, WorkUnit Unit, AssessmentPeriod Period, Layer Layer, StoredScore? Score);
