using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>
/// An item as the trail keeps it: what was written over, as it was and became. Who does it stays out, for the trail
/// outlives people and names nobody; that it changed is said.
/// </summary>
internal static class ActionTrace
{
    public static string Of(ActionItem item) => $"{item.What}\nsampai {Indonesian.Date(item.DueOn)}"
        + (item.State == ActionState.Open ? "" : $"\n{ActionWords.Say(item.State)}: {item.Outcome}");

    /// <summary>"uraian, tenggat": which of its words are others now; empty when it was closed.</summary>
    public static string Changed(ActionText before, ActionItem item) => string.Join(", ", ((string?[])
    [
        before.What == item.What ? null : "uraian",
        before.Who == item.Who ? null : "penanggung jawab",
        before.DueOn == item.DueOn ? null : "tenggat",
    ]).OfType<string>());
}
