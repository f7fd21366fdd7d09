using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Reviews;

/// <summary>What one tier of TPI holds on one question: its own value and note, which no other tier overwrites.</summary>
public sealed class TierJudgement
{
    private TierJudgement()
    {
    }

    public TierJudgement(Guid assessmentId, string questionCode, ReviewTier tier) =>
        (AssessmentId, QuestionCode, Tier) = (assessmentId, questionCode, tier);

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public ReviewTier Tier { get; private set; }

    /// <summary>Null while only a note has been written.</summary>
    public AnswerValue? Value { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>Why the value differs from the unit's; null where it does not, or where nobody has said yet.</summary>
    public DifferenceReason? Reason { get; private set; }

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Goes up with each change; a save that names an older one is stale.</summary>
    public int Version { get; private set; }

    /// <summary>Version of the next lower tier's judgement that this one was made after; 0 when there was none.</summary>
    public int BasedOn { get; private set; }

    public void Change(Judgement judgement, int basedOn, Guid by, DateTimeOffset at)
    {
        (Value, Note, Reason) = (judgement.Value, judgement.Note.Trim(), judgement.Reason);
        (BasedOn, By, At) = (basedOn, by, at);
        Version++;
    }
}

/// <summary>A value with its note and, where it differs from the unit's, why.</summary>
public sealed record Judgement(AnswerValue? Value, string Note, DifferenceReason? Reason = null);
