using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>
/// Takes files for one purpose: dropped, chosen or as a folder, resumed after a lost line and offered again after a
/// restart of the browser. Files go over HTTP by the tus protocol, not through the circuit.
/// </summary>
public sealed partial class UploadArea : IAsyncDisposable
{
    private readonly string _hintId = "unggah-" + Guid.CreateVersion7().ToString("N")[20..];
    private ElementReference _root;
    private DotNetObjectReference<UploadArea>? _self;
    private IJSObjectReference? _module;
    private UploadPurpose? _shown;
    private long? _room;
    private bool _left;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required EvidenceStore Store { get; init; }

    [Inject]
    public required UploadQueries Queries { get; init; }

    /// <summary>What a file is for that is chosen from now on; uploads under way keep theirs.</summary>
    [Parameter, EditorRequired]
    public required UploadPurpose Purpose { get; set; }

    [Parameter]
    public string Label { get; set; } = "Unggah";

    [Parameter]
    public bool Multiple { get; set; } = true;

    /// <summary>Raised after each file that arrived.</summary>
    [Parameter]
    public EventCallback OnUploaded { get; set; }

    /// <summary>Stands between the button and the running uploads.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private static string Kinds { get; } = string.Join(',', EvidenceTypes.Endings);

    [JSInvokable]
    public async Task Uploaded()
    {
        await OnUploaded.InvokeAsync();
        await ReadRoomAsync();
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
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
            // The page is gone; what was under way is offered again by the next one.
        }

        _self?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown?.UnitId != Purpose.UnitId)
        {
            _room = null;
            await ReadRoomAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var module = await Js.InvokeAsync<IJSObjectReference>("import", "./Features/Evidence/Uploads/UploadArea.razor.js");
            if (_left)
            {
                // Whoever was quick to go on left nothing here to attach to.
                await module.DisposeAsync();
                return;
            }

            _module = module;
            await _module.InvokeVoidAsync("attach", _root, _self);
        }
        else if (_module is not null && _shown is not null && Scope(_shown) != Scope(Purpose))
        {
            await _module.InvokeVoidAsync("refresh", _root);
        }

        _shown = Purpose;
    }

    /// <summary>Uploads of one sheet are shown together, whatever question they are for.</summary>
    private static Guid Scope(UploadPurpose purpose) => purpose.AssessmentId ?? purpose.ItemId ?? purpose.UnitId;

    private async Task ReadRoomAsync()
    {
        try
        {
            _room = await Queries.RoomAsync(Purpose.UnitId, default);
        }
        catch (ForbiddenException)
        {
            // Whoever may not fill in any more is told so by the first upload.
            _room = null;
        }
    }
}
