using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>An instrument to read; which version and what is searched stand in the address.</summary>
public sealed partial class InstrumentsPage
{
    private IReadOnlyList<LoadedVersion>? _versions;
    private Instrument? _instrument;
    private Guid? _shown;

    [SupplyParameterFromQuery]
    public Guid? Versi { get; set; }

    [SupplyParameterFromQuery]
    public string? Cari { get; set; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private LoadedVersion? Version => _versions?.FirstOrDefault(version => version.Id == Versi) ?? (_versions is [var latest, ..] ? latest : null);

    private InstrumentFilter Filtered { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync(async ct =>
        {
            _versions ??= await Queries.VersionsAsync(ct);
            if (Version is { } version && version.Id != _shown)
            {
                (_instrument, _shown) = (await Queries.InstrumentAsync(version.Id, ct), version.Id);
            }
        });
        if (_instrument is { } instrument)
        {
            Filtered = new(instrument, Cari);
        }
    }

    private void Filter(string name, ChangeEventArgs change)
    {
        var text = (change.Value as string)?.Trim();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(text) ? null : text));
    }
}
