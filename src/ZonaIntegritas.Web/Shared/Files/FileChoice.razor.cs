using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Shared.Files;

/// <summary>Chooses one small file and sends it over HTTP to a <see cref="FileDoor"/>; the page gets it when it has arrived.</summary>
public sealed partial class FileChoice : IAsyncDisposable
{
    private static readonly Problem SessionOver = new("session.over", "Sesi Anda sudah berakhir. Masuk lagi di tab lain, lalu pilih berkasnya lagi.");

    private ElementReference _input;
    private DotNetObjectReference<FileChoice>? _self;
    private IJSObjectReference? _module;
    private HandedFile? _file;
    private string? _name;
    private Problem? _problem;
    private bool _sending;
    private bool _left;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required HandedFiles Files { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Address of the door.</summary>
    [Parameter, EditorRequired]
    public required string Door { get; set; }

    [Parameter, EditorRequired]
    public required FileRules Rules { get; set; }

    /// <summary>Endings that the browser's dialog offers.</summary>
    [Parameter]
    public string Accept { get; set; } = "";

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Another file was chosen: what was said of the one before is over.</summary>
    [Parameter]
    public EventCallback OnChosen { get; set; }

    /// <summary>It has arrived. It stays readable until the next one is chosen or the page is left.</summary>
    [Parameter]
    public EventCallback<HandedFile> OnReceived { get; set; }

    [JSInvokable]
    public async Task Chosen(string name)
    {
        Forget();
        (_name, _problem, _sending) = (name, null, true);
        StateHasChanged();
        await OnChosen.InvokeAsync();
    }

    [JSInvokable]
    public async Task Received(string ticket)
    {
        (_sending, _file) = (false, Files.Take(Door, ticket));
        _problem = _file is null ? Rules.Unreadable : null;
        StateHasChanged();
        if (_file is not null)
        {
            await OnReceived.InvokeAsync(_file);
        }
    }

    /// <param name="status">Of the answer; 0 when there was none.</param>
    /// <param name="message">What the door said, when it said something.</param>
    [JSInvokable]
    public void Refused(int status, string? message)
    {
        _sending = false;
        _problem = status switch
        {
            StatusCodes.Status413PayloadTooLarge => Rules.TooLarge,
            StatusCodes.Status401Unauthorized => SessionOver,
            _ => string.IsNullOrEmpty(message) ? Rules.Unreadable : new("file.refused", message),
        };
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        Forget();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Shared/Files/FileChoice.razor.js");
        if (!_left)
        {
            await _module.InvokeVoidAsync("attach", _input, _self);
        }
    }

    private void Forget()
    {
        _file?.Dispose();
        _file = null;
    }
}
