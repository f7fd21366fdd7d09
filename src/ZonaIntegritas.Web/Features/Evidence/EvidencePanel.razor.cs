using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ZonaIntegritas.Web.Features.Evidence;

public sealed partial class EvidencePanel : IAsyncDisposable
{
    private ElementReference _root;
    private DotNetObjectReference<EvidencePanel>? _self;
    private IJSObjectReference? _module;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required EvidenceStore Store { get; init; }

    [Parameter, EditorRequired]
    public Guid AssessmentId { get; set; }

    [Parameter, EditorRequired]
    public required string Code { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvidenceRow> Files { get; set; }

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

    private string UploadUrl => CanChange ? $"/lembar/{AssessmentId}/soal/{Uri.EscapeDataString(Code)}/berkas" : "";

    [JSInvokable]
    public Task Uploaded() => InvokeAsync(OnUploaded.InvokeAsync);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("detach", _root);
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; uploads under way end with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Features/Evidence/EvidencePanel.razor.js");
            await _module.InvokeVoidAsync("attach", _root, _self);
        }
    }
}
