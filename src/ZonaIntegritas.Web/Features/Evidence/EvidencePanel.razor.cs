using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed partial class EvidencePanel
{
    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvidenceRow> Files { get; set; }

    /// <summary>Of the sheet; needed where files can be added.</summary>
    [Parameter]
    public Guid UnitId { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    [Parameter]
    public Guid? SelectedLinkId { get; set; }

    [Parameter]
    public EventCallback<Guid?> SelectedLinkIdChanged { get; set; }

    /// <summary>Raised after each file that arrived.</summary>
    [Parameter]
    public EventCallback OnUploaded { get; set; }

    [Parameter]
    public EventCallback<EvidenceRow> OnDetach { get; set; }

    /// <summary>What stands below the files: preview, suggestions.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
