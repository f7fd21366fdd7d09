using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>Which lines of the trail a person may read, as queries.</summary>
internal static class TrailSight
{
    /// <summary>The whole trail is the administrator's; heads read that of their units.</summary>
    public static bool MayReadAll(Actor actor) => actor.Role is Role.Administrator or Role.Pimpinan;

    public static IQueryable<WorkUnit> UnitsOf(AppDbContext db, Actor actor) =>
        actor.SeesAllUnits ? db.WorkUnits : db.WorkUnits.Where(unit => unit.Id == actor.UnitId);

    /// <summary>
    /// What TPI holds is not shown to the unit's own people before the LHE (<see cref="Actor.SeesTpi"/> as a query), and
    /// notes of the team to nobody outside of it.
    /// </summary>
    public static IQueryable<AuditEntry> Visible(AppDbContext db, Actor actor, IQueryable<AuditEntry> entries)
    {
        if (actor.MayAdminister)
        {
            return entries;
        }

        if (actor.Role == Role.Evaluator)
        {
            List<Guid> judged = [.. actor.AssignedUnits.Where(actor.MayReview)];
            return entries.Where(entry => entry.UnitId != null && judged.Contains(entry.UnitId.Value));
        }

        var open = entries.Where(entry => entry.UnitId != null && !(entry.Action == AuditAction.MessageWritten && entry.Layer == Layer.Tpi));
        return actor.UnitId is not { } own
            ? open
            : open.Where(entry => entry.UnitId == own && (entry.Layer != Layer.Tpi || entry.Layer == null
                || db.Assessments.Any(sheet => sheet.Id == entry.AssessmentId && SheetLife.AfterLhe.Contains(sheet.Status))));
    }
}
