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
    public static Task RecordAsync(
        AppDbContext db, Guid assessmentId, Layer layer, string questionCode, IReadOnlyCollection<PutForward>? shown, CancellationToken ct) =>
        RecordAsync(db, assessmentId, layer, new Dictionary<string, IReadOnlyCollection<PutForward>?> { [questionCode] = shown }, ct);

    /// <summary>As above for many questions at once, by question code.</summary>
    /// <returns>What each rested on before, for whoever undoes it.</returns>
    public static async Task<ILookup<string, PutForward>> RecordAsync(
        AppDbContext db, Guid assessmentId, Layer layer, IReadOnlyDictionary<string, IReadOnlyCollection<PutForward>?> shown, CancellationToken ct)
    {
        var before = await db.JudgedEvidence
            .Where(judged => judged.AssessmentId == assessmentId && judged.Layer == layer && shown.Keys.Contains(judged.QuestionCode)).ToListAsync(ct);
        db.JudgedEvidence.RemoveRange(before);
        await db.SaveChangesAsync(ct);
        var real = await RealAsync(db, assessmentId, [.. shown.Keys], ct);
        db.JudgedEvidence.AddRange(shown.SelectMany(question => real[question.Key]
            .Where(known => question.Value?.Contains(known.Version) ?? known.IsNow)
            .Select(known => new JudgedEvidence(assessmentId, layer, question.Key, known.Version))));
        await db.SaveChangesAsync(ct);
        return before.ToLookup(judged => judged.QuestionCode, judged => new PutForward(judged.LinkId, judged.VersionId));
    }

    /// <summary>What really is a version of a document of these questions, and whether it is the one put forward now.</summary>
    private static async Task<ILookup<string, (PutForward Version, bool IsNow)>> RealAsync(
        AppDbContext db, Guid assessmentId, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var versions = await db.EvidenceLinks
            .Where(link => link.AssessmentId == assessmentId && codes.Contains(link.QuestionCode))
            .Join(db.EvidenceVersions, link => link.ItemId, version => version.ItemId, (link, version) => new
            {
                link.QuestionCode, LinkId = link.Id, VersionId = version.Id, IsNow = link.DetachedAt == null && link.VersionId == version.Id,
            })
            .ToListAsync(ct);
        return versions.ToLookup(known => known.QuestionCode, known => (new PutForward(known.LinkId, known.VersionId), known.IsNow));
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
