using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What one layer answered to one question, with its note.</summary>
public sealed class Answer
{
    public const int NoteMaxLength = 4000;

    private Answer()
    {
    }

    public Answer(Guid id, Guid assessmentId, Layer layer, string questionCode)
    {
        (Id, AssessmentId, Layer, QuestionCode) = (id, assessmentId, layer, questionCode);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public Layer Layer { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Null while only a note has been written.</summary>
    public AnswerValue? Value { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>For TPI and TPN: why the value differs from the layer before.</summary>
    public DifferenceReason? Reason { get; private set; }

    public Guid ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Goes up with each change; a save that names an older one is stale.</summary>
    public int Version { get; private set; }

    public void Change(AnswerValue? value, string note, Guid by, DateTimeOffset at, DifferenceReason? reason = null)
    {
        (Value, Note, Reason, ChangedBy, ChangedAt) = (value, note.Trim(), reason, by, at);
        Version++;
    }
}
