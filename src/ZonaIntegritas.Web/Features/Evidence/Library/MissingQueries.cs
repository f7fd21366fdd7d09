using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>What one sheet still lacks.</summary>
/// <param name="UsesSheets">Where this reader opens a question: "lembar-kerja", "penilaian", or null for readers who open none.</param>
public sealed record MissingView(LibraryUnit Unit, bool IsOwn, LibrarySheet Sheet, EvidenceGaps Gaps, bool MayFill, string? UsesSheets);

/// <summary>Yang belum ada: the suggested documents of a sheet against those that are put forward.</summary>
public sealed class MissingQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments)
{
    /// <exception cref="ForbiddenException">The reader may not see this sheet, or there is none.</exception>
    public async Task<MissingView> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => sheet.UnitId).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => unitId != Guid.Empty && who.MaySee(unitId), ct);
        var unit = await LibraryUnit.OpenAsync(db, unitId, ct);
        var sheet = unit.Sheets.Single(known => known.AssessmentId == assessmentId);
        var shown = await db.EvidenceLinks
            .Where(link => link.AssessmentId == assessmentId && link.DetachedAt == null)
            .Select(link => new ShownEvidence(link.QuestionCode, link.Suggestion)).ToListAsync(ct);
        return new(
            unit, actor.UnitId == unitId, sheet, EvidenceGaps.Of(await instruments.GetAsync(db, sheet.InstrumentVersionId, ct), shown), actor.MayFill(unitId),
            actor.MayFill(unitId) ? "lembar-kerja" : actor.MayReview(unitId) ? "penilaian" : null);
    }
}
