namespace ZonaIntegritas.Domain.Reviews;

public enum ReturnedItemState
{
    /// <summary>Waits for the unit.</summary>
    Open,

    /// <summary>The unit has answered; waits for TPI to look again.</summary>
    Repaired,
    Closed,
}

/// <summary>A question that TPI sent back, with the reason; never wiped, a second return is a second item.</summary>
public sealed class ReturnedItem
{
    public const int TextMaxLength = 2000;

    private ReturnedItem()
    {
    }

    public ReturnedItem(Guid id, Guid assessmentId, string questionCode, string reason, Guid returnedBy, DateTimeOffset returnedAt)
    {
        (Id, AssessmentId, QuestionCode, Reason) = (id, assessmentId, questionCode, reason);
        (ReturnedBy, ReturnedAt) = (returnedBy, returnedAt);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid ReturnedBy { get; private set; }

    public DateTimeOffset ReturnedAt { get; private set; }

    public string Response { get; private set; } = "";

    public Guid? RepairedBy { get; private set; }

    public DateTimeOffset? RepairedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public ReturnedItemState State { get; private set; }

    public bool TakenBack { get; private set; }

    internal void Repair(string response, Guid by, DateTimeOffset now) =>
        (State, Response, RepairedBy, RepairedAt) = (ReturnedItemState.Repaired, response.Trim(), by, now);

    /// <summary>Closed without a repair: TPI took the return back.</summary>
    internal void TakeBack(Guid by, DateTimeOffset now)
    {
        Close(by, now);
        TakenBack = true;
    }

    /// <summary>The look that closed it was undone.</summary>
    internal void LookAgain() => (State, ClosedBy, ClosedAt) = (ReturnedItemState.Repaired, null, null);

    internal void Close(Guid by, DateTimeOffset now) =>
        (State, ClosedBy, ClosedAt) = (ReturnedItemState.Closed, by, now);
}
