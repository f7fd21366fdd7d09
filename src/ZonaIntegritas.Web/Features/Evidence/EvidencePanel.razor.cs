using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed partial class EvidencePanel
{
    private bool _addingLink;
    private string? _codeBefore;

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvidenceRow> Files { get; set; }

    /// <summary>The unit the sheet belongs to.</summary>
    [Parameter]
    public Guid UnitId { get; set; }

    /// <summary>The date at the unit: what has expired there.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Documents that the instrument suggests for this question.</summary>
    [Parameter]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    [Parameter]
    public bool CanChange { get; set; }

    [Parameter]
    public Guid? SelectedLinkId { get; set; }

    [Parameter]
    public EventCallback<Guid?> SelectedLinkIdChanged { get; set; }

    /// <summary>Raised after each document that was added or changed.</summary>
    [Parameter]
    public EventCallback OnUploaded { get; set; }

    [Parameter]
    public EventCallback<EvidenceRow> OnDetach { get; set; }

    /// <summary>What stands below the files: the preview.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private UploadPurpose Purpose => new(UnitId, AssessmentId, Code);

    protected override void OnParametersSet()
    {
        if (_codeBefore != Code)
        {
            (_codeBefore, _addingLink) = (Code, false);
        }
    }

    private async Task LinkAddedAsync()
    {
        _addingLink = false;
        await OnUploaded.InvokeAsync();
    }
}
