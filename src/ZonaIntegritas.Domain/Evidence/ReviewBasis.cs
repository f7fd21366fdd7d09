using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Evidence;

/// <summary>A version that lay before the evaluator when a question was judged. Written anew with each judgement.</summary>
public sealed class JudgedEvidence
{
    private JudgedEvidence()
    {
    }

    public JudgedEvidence(Guid assessmentId, Layer layer, string questionCode, PutForward shown)
    {
        (AssessmentId, Layer, QuestionCode, LinkId, VersionId) = (assessmentId, layer, questionCode, shown.LinkId, shown.VersionId);
    }

    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public Guid LinkId { get; private set; }

    public Guid VersionId { get; private set; }
}

/// <summary>One document as it lies before an evaluator.</summary>
public readonly record struct PutForward(Guid LinkId, Guid VersionId);

/// <summary>Dasar penilaian: what differs between what was judged and what is put forward now.</summary>
public sealed record BasisChange(int Added, int Replaced, int Removed)
{
    public bool IsNone => this is { Added: 0, Replaced: 0, Removed: 0 };

    public static BasisChange Between(IReadOnlyCollection<PutForward> judged, IReadOnlyCollection<PutForward> now)
    {
        var before = judged.ToDictionary(shown => shown.LinkId, shown => shown.VersionId);
        var known = now.Where(shown => before.ContainsKey(shown.LinkId)).ToList();
        return new(
            now.Count - known.Count,
            known.Count(shown => before[shown.LinkId] != shown.VersionId),
            before.Count - known.Count);
    }
}
