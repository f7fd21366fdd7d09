using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <param name="Zone">The unit's, to show <paramref name="FinishedAt"/> in.</param>
/// <param name="Error">Why the last try failed; empty otherwise.</param>
public sealed record ReportRow(
    Guid Id, Guid AssessmentId, string Unit, int Year, Layer Layer, DateOnly Day, WorkState State, long Size,
    DateTimeOffset? FinishedAt, IndonesianZone Zone, string Error);

/// <summary>A finished report's file, for whoever may see its unit.</summary>
public sealed record ReportFile(string Unit, int Year, Layer Layer, DateOnly Day, string Sha256);

public sealed class ReportQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer)
{
    /// <summary>Reports of the units that the signed-in person may see, newest first.</summary>
    /// <param name="page">From 0, as grids count.</param>
    public async Task<RowPage<ReportRow>> ListAsync(int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        // The unit's own people get TPI's reports once the LHE is out (Actor.SeesTpi as a query).
        var own = actor.Role is Role.Koordinator or Role.Pimpinan ? actor.UnitId : null;
        var rows =
            from request in db.ReportRequests
            join sheet in db.Assessments on request.AssessmentId equals (Guid?)sheet.Id
            where request.Layer == Layer.Unit || sheet.UnitId != own || SheetLife.AfterLhe.Contains(sheet.Status)
            join period in db.Periods on sheet.PeriodId equals period.Id
            join unit in UnitsSeenBy(db, actor) on sheet.UnitId equals unit.Id
            orderby request.Day descending, unit.ShortName, request.Layer
            select new ReportRow(
                request.Id, sheet.Id, unit.ShortName, period.Year, request.Layer, request.Day, request.State, request.Size,
                request.FinishedAt, unit.Zone, request.Error);
        return new(await rows.Skip(page * size).Take(size).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <returns>Null for a report that is not there, not ready or not this person's to see: an id tells nothing.</returns>
    public async Task<ReportFile?> FindFileAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        // The unit's own people get TPI's reports once the LHE is out (Actor.SeesTpi as a query).
        var own = actor.Role is Role.Koordinator or Role.Pimpinan ? actor.UnitId : null;
        var files =
            from request in db.ReportRequests
            where request.Id == id && request.State == WorkState.Done && request.Sha256 != null
            join sheet in db.Assessments on request.AssessmentId equals (Guid?)sheet.Id
            where request.Layer == Layer.Unit || sheet.UnitId != own || SheetLife.AfterLhe.Contains(sheet.Status)
            join period in db.Periods on sheet.PeriodId equals period.Id
            join unit in UnitsSeenBy(db, actor) on sheet.UnitId equals unit.Id
            select new ReportFile(unit.ShortName, period.Year, request.Layer, request.Day, request.Sha256!);
        return await files.SingleOrDefaultAsync(ct);
    }

    /// <summary><see cref="Actor.MaySee"/> as a query.</summary>
    private static IQueryable<WorkUnit> UnitsSeenBy(AppDbContext db, Actor actor)
    {
        if (actor.SeesAllUnits)
        {
            return db.WorkUnits;
        }

        List<Guid> seen = [.. actor.AssignedUnits.Append(actor.UnitId ?? Guid.Empty).Where(actor.MaySee)];
        return db.WorkUnits.Where(unit => seen.Contains(unit.Id));
    }
}
