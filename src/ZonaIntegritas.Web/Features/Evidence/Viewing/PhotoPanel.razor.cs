using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Web.Features.Evidence.Serving;

namespace ZonaIntegritas.Web.Features.Evidence.Viewing;

/// <summary>Asks over HTTP, as the file itself is asked for: checked and written down in the same place.</summary>
public sealed partial class PhotoPanel
{
    private const string Unknown = "tidak tercatat";

    private bool _isOpen;
    private bool _isReading;
    private PhotoData? _data;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public Guid VersionId { get; set; }

    private async Task ToggleAsync()
    {
        _isOpen = !_isOpen;
        if (!_isOpen || _data is not null)
        {
            return;
        }

        _isReading = true;
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/viewer/photo-data.js");
            _data = await module.InvokeAsync<PhotoData?>("read", $"{EvidenceEndpoints.Url(VersionId)}/data-foto");
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException)
        {
            // Said in the panel.
        }
        finally
        {
            _isReading = false;
        }
    }
}
