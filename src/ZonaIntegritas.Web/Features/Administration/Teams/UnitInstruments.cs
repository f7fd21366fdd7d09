using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>An area, or an outcome: the level on which people share the work.</summary>
public sealed record AreaOption(string Code, string Name);

/// <summary>Which instrument a unit is judged by: that of its newest sheet, else of the newest period, else the one loaded last.</summary>
internal static class UnitInstruments
{
    public static async Task<IReadOnlyList<AreaOption>> AreasAsync(AppDbContext db, InstrumentLibrary instruments, Guid unitId, CancellationToken ct) =>
        (await AreasAsync(db, instruments, [unitId], ct))[unitId];

    /// <summary>By unit, in a fixed number of queries.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AreaOption>>> AreasAsync(
        AppDbContext db, InstrumentLibrary instruments, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var newest = (await db.Assessments.Where(sheet => units.Contains(sheet.UnitId))
                .Join(db.Periods, sheet => sheet.PeriodId, period => period.Id, (sheet, period) => new { sheet.UnitId, sheet.InstrumentVersionId, period.Year })
                .ToListAsync(ct))
            .GroupBy(sheet => sheet.UnitId)
            .ToDictionary(sheets => sheets.Key, sheets => sheets.MaxBy(sheet => sheet.Year)!.InstrumentVersionId);
        var other = newest.Count == units.Count ? null : await DefaultAsync(db, ct);
        var areas = new Dictionary<Guid, IReadOnlyList<AreaOption>>();
        foreach (var unit in units)
        {
            areas[unit] = (newest.TryGetValue(unit, out var own) ? own : other) is { } version
                ? AreasOf(await instruments.GetAsync(db, version, ct))
                : [];
        }

        return areas;
    }

    private static async Task<Guid?> DefaultAsync(AppDbContext db, CancellationToken ct) =>
        await db.Periods.OrderByDescending(period => period.Year).Select(period => (Guid?)period.InstrumentVersionId).FirstOrDefaultAsync(ct)
        ?? await db.InstrumentVersions.OrderByDescending(version => version.LoadedAt).Select(version => (Guid?)version.Id).FirstOrDefaultAsync(ct);

    private static List<AreaOption> AreasOf(Instrument instrument) =>
        [.. instrument.Places.Select(place => place.Area).DistinctBy(area => area.Code).Select(area => new AreaOption(area.Code, area.Name))];
}
