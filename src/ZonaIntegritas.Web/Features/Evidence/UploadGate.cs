using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Who may add content for a purpose, and whether its question is open: the same for a file and for an address.</summary>
public static class UploadGate
{
    /// <exception cref="ForbiddenException">The person may not add to this unit, sheet or item.</exception>
    public static async Task<Actor> RequireAsync(AppDbContext db, Authorizer authorizer, UploadPurpose purpose, CancellationToken ct)
    {
        var sheetUnit = purpose.AssessmentId is { } sheet
            ? await db.Assessments.Where(a => a.Id == sheet).Select(a => (Guid?)a.UnitId).SingleOrDefaultAsync(ct)
            : purpose.UnitId;
        var itemUnit = purpose.ItemId is { } item
            ? await db.EvidenceItems.Where(i => i.Id == item && i.DiscardedAt == null).Select(i => (Guid?)i.UnitId).SingleOrDefaultAsync(ct)
            : purpose.UnitId;
        return await authorizer.RequireAsync(db, who => who.MayFill(purpose.UnitId) && sheetUnit == purpose.UnitId && itemUnit == purpose.UnitId, ct);
    }

    /// <returns>Null when nothing stands against it.</returns>
    public static async Task<Problem?> ClosedAsync(AppDbContext db, SheetKeeper sheets, UploadPurpose purpose, CancellationToken ct)
    {
        if (purpose is not { AssessmentId: { } assessment, QuestionCode: { } code })
        {
            return null;
        }

        var sheet = await sheets.OpenAsync(db, assessment, ct);
        return sheet.Instrument.Question(code) is null
            ? AssessmentProblems.UnknownQuestion
            : sheet.Assessment.MayFill(code, sheet.Period, sheet.Today).Problem;
    }
}
