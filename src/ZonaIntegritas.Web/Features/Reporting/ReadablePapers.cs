using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>A stored paper with what it is about.</summary>
internal sealed class ReadablePaper
{
    public required ReportRequest Request { get; init; }

    public required AssessmentPeriod Period { get; init; }

    /// <summary>Null for papers of the whole instansi.</summary>
    public WorkUnit? Unit { get; init; }
}

/// <summary><see cref="PaperRights.MayRead"/> as a query.</summary>
internal static class ReadablePapers
{
    public static IQueryable<ReadablePaper> By(AppDbContext db, Actor actor)
    {
        var (all, own) = (actor.SeesAllUnits, actor.Role is Role.Koordinator or Role.Pimpinan ? actor.UnitId : null);
        var seen = actor.SeenUnits;
        return
            from request in db.ReportRequests
            where request.Kind != PaperKind.EvidencePack
            join sheet in db.Assessments on request.AssessmentId equals (Guid?)sheet.Id into sheets
            from sheet in sheets.DefaultIfEmpty()
            join period in db.Periods on request.PeriodId ?? sheet!.PeriodId equals period.Id
            join unit in db.WorkUnits on sheet!.UnitId equals unit.Id into units
            from unit in units.DefaultIfEmpty()
            where all || (unit != null && seen.Contains(unit.Id))
            // The unit's own people read what TPI found once the LHE is out.
            where sheet == null || sheet.UnitId != own || SheetLife.AfterLhe.Contains(sheet.Status)
                || (request.Layer == Layer.Unit && request.Kind != PaperKind.Lhe && request.Kind != PaperKind.Minutes)
            select new ReadablePaper { Request = request, Period = period, Unit = unit };
    }
}
