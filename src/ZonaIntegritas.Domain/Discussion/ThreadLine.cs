using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Discussion;

public enum ThreadKind
{
    Message,

    /// <summary>TPI sent the question back; the text is its reason.</summary>
    Returned,

    /// <summary>The unit answered a return.</summary>
    Repaired,
    ReturnTakenBack,

    /// <summary>An answer or note of any layer.</summary>
    Answered,

    /// <summary>Taken over from the year before.</summary>
    CarriedOver,
    EvidenceAttached,
    EvidenceDetached,
    EvidencePointed,

    /// <summary>The LHE was issued.</summary>
    Concluded,
    Reopened,
}

/// <summary>One line of a question's thread, of whatever it was made.</summary>
/// <param name="Role">What the person was towards the unit; null where it is not recorded.</param>
/// <param name="Text">What a person wrote: a message, a reason, a response; a remark of the trail.</param>
public sealed record ThreadLine(DateTimeOffset At, ThreadKind Kind, Guid? By, Capacity? Role, string Text = "")
{
    public Layer? Layer { get; init; }

    /// <summary>When the first of the changes was saved that this line sums up.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Answer and note before, as the trail keeps them.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public Guid? VersionId { get; init; }

    public MessageState? Message { get; init; }
}

/// <summary>What a message's line knows beside its text.</summary>
/// <param name="SettledBy">Who said that it is settled; null while it is open.</param>
/// <param name="IsReopening">It opens an earlier, settled message again.</param>
public sealed record MessageState(Guid Id, Audience Audience, Guid? SettledBy, DateTimeOffset? SettledAt, bool IsReopening)
{
    public bool IsOpen => SettledBy is null;
}
