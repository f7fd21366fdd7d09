using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;

namespace ZonaIntegritas.Web.Features.Planning;

/// <summary>An item as the trail keeps it; who does it stays out, for the trail outlives people and names nobody.</summary>
internal static class ActionTrace
{
    public static string Of(ActionItem item) => $"{item.What}\nsampai {Indonesian.Date(item.DueOn)}"
        + (item.State == ActionState.Open ? "" : $"\n{ActionWords.Say(item.State)}: {item.Outcome}");
}
