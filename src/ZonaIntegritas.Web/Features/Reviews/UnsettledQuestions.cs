using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>A question that waits for the unit, or for a new look by TPI's lowest tier.</summary>
/// <param name="Marks">What the tiers hold on it all the same.</param>
internal sealed record UnsettledQuestion(string Code, bool WithUnit, IReadOnlyList<TierMark> Marks);

/// <summary>Returned, repaired, or judged on evidence that has changed since (the rule of ReviewBasis, for many sheets in one query).</summary>
internal static class UnsettledQuestions
{
    public static async Task<ILookup<Guid, UnsettledQuestion>> LoadAsync(AppDbContext db, List<Guid> sheets, CancellationToken ct)
    {
        var rows = await (
            from aside in Apart(db, sheets)
            join judgement in db.TierJudgements
                on new { aside.AssessmentId, aside.QuestionCode } equals new { judgement.AssessmentId, judgement.QuestionCode } into judgements
            from judgement in judgements.DefaultIfEmpty()
            select new
            {
                aside.AssessmentId,
                aside.QuestionCode,
                aside.WithUnit,
                Tier = judgement == null ? null : (ReviewTier?)judgement.Tier,
                Judged = judgement != null && judgement.Value != null,
                Version = judgement == null ? 0 : judgement.Version,
                BasedOn = judgement == null ? 0 : judgement.BasedOn,
                By = judgement == null ? Guid.Empty : judgement.By,
            }).ToListAsync(ct);
        return rows
            .GroupBy(row => (row.AssessmentId, row.QuestionCode))
            .Select(question => (question.Key.AssessmentId, Question: new UnsettledQuestion(
                question.Key.QuestionCode,
                question.Any(row => row.WithUnit),
                [.. question.Where(row => row.Tier is not null).DistinctBy(row => row.Tier)
                    .Select(row => new TierMark(row.Tier!.Value, row.Judged, row.Version, row.BasedOn, row.By))])))
            .ToLookup(found => found.AssessmentId, found => found.Question);
    }

    private static IQueryable<ApartRow> Apart(AppDbContext db, List<Guid> sheets)
    {
        var judged = db.Answers.Where(answer => EF.Parameter(sheets).Contains(answer.AssessmentId) && answer.Layer == Layer.Tpi && answer.Value != null);
        var added = judged.Where(answer => db.EvidenceLinks.Any(link =>
            link.AssessmentId == answer.AssessmentId && link.QuestionCode == answer.QuestionCode && link.DetachedAt == null
            && !db.JudgedEvidence.Any(shown => shown.AssessmentId == answer.AssessmentId && shown.Layer == Layer.Tpi
                && shown.QuestionCode == answer.QuestionCode && shown.LinkId == link.Id && shown.VersionId == link.VersionId)));
        var removed = judged.Where(answer => db.JudgedEvidence.Any(shown =>
            shown.AssessmentId == answer.AssessmentId && shown.Layer == Layer.Tpi && shown.QuestionCode == answer.QuestionCode
            && !db.EvidenceLinks.Any(link => link.Id == shown.LinkId && link.DetachedAt == null && link.VersionId == shown.VersionId)));
        return db.ReturnedItems
            .Where(item => EF.Parameter(sheets).Contains(item.AssessmentId) && item.State != ReturnedItemState.Closed)
            .Select(item => new ApartRow { AssessmentId = item.AssessmentId, QuestionCode = item.QuestionCode, WithUnit = item.State == ReturnedItemState.Open })
            .Union(added.Select(answer => new ApartRow { AssessmentId = answer.AssessmentId, QuestionCode = answer.QuestionCode, WithUnit = false }))
            .Union(removed.Select(answer => new ApartRow { AssessmentId = answer.AssessmentId, QuestionCode = answer.QuestionCode, WithUnit = false }));
    }

    private sealed class ApartRow
    {
        public required Guid AssessmentId { get; init; }

        public required string QuestionCode { get; init; }

        public required bool WithUnit { get; init; }
    }
}
