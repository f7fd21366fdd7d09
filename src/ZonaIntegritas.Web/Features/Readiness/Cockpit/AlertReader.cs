using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Reads alerts. Asks nobody's leave: the caller has chosen the sheets that the reader sees.</summary>
internal static class AlertReader
{
    public const int Most = 8;

    /// <param name="forUnit">For the unit's own people: TPI's only once the LHE is out.</param>
    public static IQueryable<GateAlert> Visible(AppDbContext db, IQueryable<Assessment> sheets, bool forUnit) => db.GateAlerts.Where(alert =>
        sheets.Any(sheet => sheet.Id == alert.AssessmentId && (!forUnit || alert.Layer == Layer.Unit || SheetLife.AfterLhe.Contains(sheet.Status))));

    /// <summary>What fell and was not mended, the newest first; one more than is shown when there are more.</summary>
    public static Task<IReadOnlyList<AlertLine>> FallenAsync(AppDbContext db, IQueryable<Assessment> sheets, bool forUnit, CancellationToken ct) =>
        ReadAsync(db, Visible(db, sheets, forUnit).Where(alert => alert.ClearedAt == null && alert.Crossing == GateCrossing.Fell)
            .OrderByDescending(alert => alert.RaisedAt).Take(Most + 1), ct);

    /// <summary>All open alerts of a unit: what fell before what was reached.</summary>
    public static async Task<IReadOnlyList<AlertLine>> OpenAsync(AppDbContext db, IQueryable<Assessment> sheets, bool forUnit, CancellationToken ct) =>
    [
        .. (await ReadAsync(db, Visible(db, sheets, forUnit).Where(alert => alert.ClearedAt == null).OrderByDescending(alert => alert.RaisedAt), ct))
            .OrderBy(line => line.Crossing == GateCrossing.Fell ? 0 : 1),
    ];

    private static async Task<IReadOnlyList<AlertLine>> ReadAsync(AppDbContext db, IQueryable<GateAlert> alerts, CancellationToken ct)
    {
        var found = await (
            from alert in alerts
            join sheet in db.Assessments on alert.AssessmentId equals sheet.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            select new { Alert = alert, unit.ShortName, unit.Zone })
            .AsNoTracking().ToListAsync(ct);
        return [.. found.Select(row => AlertLine.Of(row.Alert, row.ShortName, row.Zone))];
    }
}
