using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Discussion;

/// <summary>Everything about one question of one sheet that its thread is made of.</summary>
/// <param name="Trail">Lines of the trail about this question.</param>
/// <param name="Steps">Steps of the sheet; only LHE and reopening are told here.</param>
public sealed record ThreadSource(
    IReadOnlyList<ThreadMessage> Messages,
    IReadOnlyList<ReturnedItem> Returns,
    IReadOnlyList<AuditEntry> Trail,
    IReadOnlyList<SheetTransition> Steps)
{
    /// <summary>When the latest LHE was issued; what is older stands in it, even if the sheet was reopened since.</summary>
    public DateTimeOffset? LheAt => Steps.Where(step => step.Move == SheetMove.Conclude).Select(step => (DateTimeOffset?)step.At).Max();

    internal bool IsInLhe(DateTimeOffset at) => at <= LheAt;

    /// <summary>Messages that this person may read.</summary>
    internal IEnumerable<ThreadMessage> MessagesFor(Capacity viewer) =>
        Messages.Where(message => ThreadSight.Sees(viewer, ThreadSight.MatterOf(message.Audience), IsInLhe(message.At)));
}
