using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Dasar penilaian: which versions lay before TPI when it judged, and where that is no longer what is put forward.</summary>
public static class ReviewBasis
{
    /// <summary>Takes what the person who judged had on the screen as what this judgement rests on.</summary>
    /// <param name="shown">
    /// What the page showed; a document that came in meanwhile is not among it, and so asks for a new look. Null takes
    /// all that is put forward now.
    /// </param>
    public static async Task RecordAsync(
        AppDbContext db, Guid assessmentId, Layer layer, string questionCode, IReadOnlyCollection<PutForward>? shown, CancellationToken ct)
    {
        var before = await db.JudgedEvidence
            .Where(judged => judged.AssessmentId == assessmentId && judged.Layer == layer && judged.QuestionCode == questionCode).ToListAsync(ct);
        db.JudgedEvidence.RemoveRange(before);
        await db.SaveChangesAsync(ct);
        var real = await RealAsync(db, assessmentId, questionCode, shown, ct);
        db.JudgedEvidence.AddRange(real.Select(seen => new JudgedEvidence(assessmentId, layer, questionCode, seen)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Of what a page names, what really is a version of a document of this question.</summary>
    private static async Task<List<PutForward>> RealAsync(
        AppDbContext db, Guid assessmentId, string questionCode, IReadOnlyCollection<PutForward>? shown, CancellationToken ct)
    {
        var links = db.EvidenceLinks.Where(link => link.AssessmentId == assessmentId && link.QuestionCode == questionCode);
        return shown is null
            ? await links.Where(link => link.DetachedAt == null).Select(link => new PutForward(link.Id, link.VersionId)).ToListAsync(ct)
            : [.. (await links
                .Join(db.EvidenceVersions, link => link.ItemId, version => version.ItemId, (link, version) => new PutForward(link.Id, version.Id))
                .ToListAsync(ct)).Intersect(shown)];
    }

    /// <returns>By question code, only where something differs; questions that the layer has not judged have no basis to change.</returns>
    public static async Task<Dictionary<string, BasisChange>> ChangesAsync(AppDbContext db, Guid assessmentId, Layer layer, CancellationToken ct)
    {
        var judgedCodes = await db.Answers
            .Where(answer => answer.AssessmentId == assessmentId && answer.Layer == layer && answer.Value != null)
            .Select(answer => answer.QuestionCode).ToListAsync(ct);
        var judged = (await db.JudgedEvidence.AsNoTracking()
                .Where(shown => shown.AssessmentId == assessmentId && shown.Layer == layer).ToListAsync(ct))
            .ToLookup(shown => shown.QuestionCode, shown => new PutForward(shown.LinkId, shown.VersionId));
        var now = (await db.EvidenceLinks.AsNoTracking()
                .Where(link => link.AssessmentId == assessmentId && link.DetachedAt == null).ToListAsync(ct))
            .ToLookup(link => link.QuestionCode, link => new PutForward(link.Id, link.VersionId));
        return judgedCodes
            .Select(code => (Code: code, Change: BasisChange.Between([.. judged[code]], [.. now[code]])))
            .Where(found => !found.Change.IsNone)
            .ToDictionary(found => found.Code, found => found.Change);
    }
}
