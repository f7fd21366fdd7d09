using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed partial class EvidenceCard
{
    private Opened? _opened;

    private enum Opened
    {
        Place,
        Version,
    }

    [Parameter, EditorRequired]
    public required EvidenceRow File { get; set; }

    [Parameter]
    public Guid UnitId { get; set; }

    /// <summary>The date at the unit.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>The question's suggested documents.</summary>
    [Parameter]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    [Parameter]
    public bool Shown { get; set; }

    [Parameter]
    public bool CanChange { get; set; }

    [Parameter]
    public EventCallback OnShow { get; set; }

    [Parameter]
    public EventCallback OnDetach { get; set; }

    /// <summary>Raised after the place was named or a version added.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private UploadPurpose NewVersion => new(UnitId, ItemId: File.ItemId);

    private IReadOnlyList<EvidenceSign> Signs =>
    [
        .. File.Number < File.Latest ? [EvidenceSign.Newer(File.Latest)] : Array.Empty<EvidenceSign>(),
        .. EvidenceSign.Of(new(File.Scan, Integrity.Intact, File.Warning, File.Link, File.LinkRemark, File.ValidUntil, File.EarlierYear), Today),
    ];

    private string Is(Opened what) => _opened == what ? "true" : "false";

    private void Toggle(Opened what) => _opened = _opened == what ? null : what;

    private async Task SavedAsync()
    {
        _opened = null;
        await OnChanged.InvokeAsync();
    }
}
