namespace ZonaIntegritas.Domain.Reviews;

/// <summary>When a person last had this question before them: what "changed since I looked" is held against.</summary>
public sealed class QuestionLook
{
    private QuestionLook()
    {
    }

    public QuestionLook(Guid userId, Guid assessmentId, string questionCode, DateTimeOffset at) =>
        (UserId, AssessmentId, QuestionCode, LookedAt) = (userId, assessmentId, questionCode, at);

    public Guid UserId { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public DateTimeOffset LookedAt { get; private set; }

    public void Again(DateTimeOffset at) => LookedAt = at;
}
