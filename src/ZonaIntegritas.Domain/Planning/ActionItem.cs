namespace ZonaIntegritas.Domain.Planning;

public enum ActionState
{
    Open,
    Done,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

/// <summary>Butir rencana aksi: what somebody does by when to improve a question.</summary>
public sealed class ActionItem
{
    public const int TextMaxLength = 500;
    public const int WhoMaxLength = 120;

    private ActionItem()
    {
    }

    public ActionItem(Guid id, Guid assessmentId, string questionCode, Guid by, DateTimeOffset now)
    {
        (Id, AssessmentId, QuestionCode, CreatedBy, CreatedAt) = (id, assessmentId, questionCode, by, now);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public string What { get; private set; } = "";

    /// <summary>As the unit calls them: many who act have no account.</summary>
    public string Who { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>The answer aimed at, as it is stored; empty when none was named.</summary>
    public string Aim { get; private set; } = "";

    /// <summary>Points the aim was worth when the item was written.</summary>
    public decimal Gain { get; private set; }

    public ActionState State { get; private set; }

    public string Outcome { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public void Describe(string what, string who, DateOnly dueOn)
    {
        (What, Who, DueOn) = (what, who, dueOn);
        Version++;
    }

    public void AimAt(string answer, decimal gain) => (Aim, Gain) = (answer, gain);

    public void Close(ActionState state, string outcome, DateTimeOffset now)
    {
        (State, Outcome, ClosedAt) = (state, outcome, state == ActionState.Open ? null : now);
        Version++;
    }
}
