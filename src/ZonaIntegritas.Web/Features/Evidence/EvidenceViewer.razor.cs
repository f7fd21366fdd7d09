using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>What the browser says about a file it was asked to show.</summary>
/// <param name="Problem">Null when it is shown; else "locked", "unreachable", "unplayable" or "unreadable".</param>
public sealed record OpenedFile(int Pages, string? Problem);

/// <summary>
/// Shows the files of one question beside it, the first at once. PDFs, pictures, text and video are drawn by the
/// browser; addresses and everything else get a card that says what to do.
/// </summary>
public sealed partial class EvidenceViewer : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _root;
    private Task<IJSObjectReference>? _browser;
    private EvidenceRow? _file;
    private Guid? _followed;
    private Guid? _selected;
    private Asked? _asked;
    private int _attempt;
    private OpenedFile? _opened;

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvidenceRow> Files { get; set; }

    /// <summary>Null, or a file that is not in the list, shows the first.</summary>
    [Parameter]
    public Guid? SelectedLinkId { get; set; }

    [Parameter]
    public EventCallback<Guid?> SelectedLinkIdChanged { get; set; }

    /// <summary>The unit's, for times.</summary>
    [Parameter]
    public IndonesianZone Zone { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>What makes the browser open a file anew: another one, another version, another place in it, another try.</summary>
    private sealed record Asked(Guid LinkId, Guid VersionId, int? Page, int Attempt);

    private Asked? Wanted => _file is null ? null : new(_file.LinkId, _file.VersionId, _file.Page, _attempt);

    private string PastTheEnd => _opened?.Pages < _file!.Page ? $"(berkas hanya {Indonesian.Number(_opened!.Pages)} halaman)" : "";

    private string DownloadUrl => $"{EvidenceEndpoints.Url(_file!.VersionId)}?unduh";

    private string PageCount => _opened is null ? "..." : Indonesian.Number(_opened.Pages);

    private string FitLabel => _file!.Type switch
    {
        EvidenceType.Pdf => "Pas lebar",
        EvidenceType.Text or EvidenceType.Csv => "Ukuran biasa",
        _ => "Pas layar",
    };

    // Trying again finds neither a password nor a decoder.
    private bool MayRetry => _opened?.Problem is not ("locked" or "unplayable");

    private string? Problem => _opened?.Problem switch
    {
        null => null,
        "locked" => "Berkas ini dikunci dengan kata sandi. Unduh untuk membukanya.",
        "unreachable" => "Berkas belum dapat diambil dari server. Periksa jaringan, lalu coba lagi.",
        "unplayable" => "Peramban ini tidak dapat memutar video ini. Unduh untuk membukanya.",
        _ => "Berkas tidak dapat ditampilkan. Unduh untuk membukanya.",
    };

    protected override void OnParametersSet()
    {
        if (SelectedLinkId != _followed)
        {
            // Only a changed parameter counts: a parent that does not bind must not undo a click when it renders again.
            _followed = _selected = SelectedLinkId;
        }

        Show(Files.FirstOrDefault(row => row.LinkId == _selected) ?? (Files.Count > 0 ? Files[0] : null));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var wanted = Wanted;
        if (wanted == _asked)
        {
            return;
        }

        _asked = wanted;
        try
        {
            var opened = await OpenAsync(_file);
            if (wanted == _asked && opened is not null)
            {
                _opened = opened;
                StateHasChanged();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The person has left; nobody is looking.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        try
        {
            if (_browser is { IsCompletedSuccessfully: true })
            {
                var viewer = await _browser;
                await viewer.InvokeVoidAsync("close");
                await viewer.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and with it all there was to close.
        }

        _leaving.Dispose();
    }

    private async Task SelectAsync(Guid linkId)
    {
        _selected = linkId;
        Show(Files.First(row => row.LinkId == linkId));
        await SelectedLinkIdChanged.InvokeAsync(linkId);
    }

    private void Show(EvidenceRow? file)
    {
        if ((file?.LinkId, file?.VersionId, file?.Page) != (_file?.LinkId, _file?.VersionId, _file?.Page))
        {
            (_opened, _attempt) = (null, 0);
        }

        _file = file;
    }

    private void Retry() => (_opened, _attempt) = (null, _attempt + 1);

    /// <returns>Null when there is nothing to draw.</returns>
    private async Task<OpenedFile?> OpenAsync(EvidenceRow? file)
    {
        var isDrawn = file?.IsDrawn == true;
        if (!isDrawn && _browser is null)
        {
            return null;
        }

        try
        {
            var viewer = await (_browser ??= StartBrowserAsync());
            if (isDrawn)
            {
                // With a token of our own: a large picture on a slow line takes longer than the default minute.
                return await viewer.InvokeAsync<OpenedFile>(
                    "open", _leaving.Token, EvidenceEndpoints.Url(file!.VersionId), WayOf(file.Type), file.Page ?? 1);
            }

            await viewer.InvokeVoidAsync("close");
            return null;
        }
        catch (JSException)
        {
            _browser = null;
            return new(0, "unreachable");
        }
    }

    /// <summary>In the words EvidenceViewer.razor.js knows.</summary>
    private static string WayOf(EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "pdf",
        EvidenceType.Mp4 => "video",
        EvidenceType.Text => "text",
        EvidenceType.Csv => "table",
        _ => "image",
    };

    private async Task<IJSObjectReference> StartBrowserAsync()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./Features/Evidence/EvidenceViewer.razor.js");
        return await module.InvokeAsync<IJSObjectReference>("create", _leaving.Token, _root);
    }
}
