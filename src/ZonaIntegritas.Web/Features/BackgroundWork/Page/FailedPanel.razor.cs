using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Page;

/// <summary>The dead letters, and what can be done with them.</summary>
public sealed partial class FailedPanel
{
    private WorkKind? _asked;

    [Parameter, EditorRequired]
    public required IReadOnlyList<FailedGroup> Groups { get; set; }

    /// <summary>What the last action could not change.</summary>
    [Parameter]
    public IReadOnlyList<WorkOutcome> Refused { get; set; } = [];

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<FailedChoice> OnRetry { get; set; }

    [Parameter]
    public EventCallback<FailedChoice> OnSetAside { get; set; }

    /// <summary>All at once cannot be undone, so it is asked for twice.</summary>
    private void Ask(FailedGroup group) => _asked = group.Kind;

    private Task ConfirmAsync(FailedGroup group)
    {
        _asked = null;
        return OnSetAside.InvokeAsync(new(group.Kind));
    }
}
