using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>When a predicate of a unit was last withdrawn: read from the steps of its sheets, so that it cannot be forgotten.</summary>
public static class Withdrawals
{
    /// <returns>The date of the decree; null when none ever was.</returns>
    public static Task<DateOnly?> LastAsync(AppDbContext db, Guid unitId, CancellationToken ct) => (
        from step in db.Set<SheetTransition>()
        join sheet in db.Assessments on step.AssessmentId equals sheet.Id
        where sheet.UnitId == unitId && step.Move == SheetMove.Revoke
        select step.On)
        .MaxAsync(ct);
}
