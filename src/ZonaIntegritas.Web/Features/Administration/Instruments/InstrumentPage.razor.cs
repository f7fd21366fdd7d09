using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>One version to read; which it is and what is searched stand in the address.</summary>
public sealed partial class InstrumentPage
{
    private LoadedVersion? _version;
    private Instrument? _instrument;
    private bool _missing;

    [Parameter]
    public Guid VersionId { get; set; }

    [SupplyParameterFromQuery]
    public string? Cari { get; set; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private InstrumentFilter Filtered { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_version?.Id != VersionId)
        {
            await LoadAsync(async ct =>
            {
                var version = await Queries.VersionAsync(VersionId, ct);
                _missing = version is null;
                _instrument = version is null ? null : await Queries.InstrumentAsync(version.Id, ct);
                _version = version;
            });
        }

        if (_instrument is { } instrument)
        {
            Filtered = new(instrument, Cari);
        }
    }

    private void Search(ChangeEventArgs change)
    {
        var text = (change.Value as string)?.Trim();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("cari", string.IsNullOrEmpty(text) ? null : text));
    }
}
