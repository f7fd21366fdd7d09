using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Comparing;

/// <summary>Two versions side by side; which two, and whether only what touches the score, stand in the address.</summary>
public sealed partial class ComparisonPage
{
    private IReadOnlyList<LoadedVersion>? _versions;
    private InstrumentComparison? _comparison;
    private (Guid, Guid)? _compared;
    private IReadOnlyList<PeriodInstrument> _periods = [];
    private bool _missing;

    [SupplyParameterFromQuery]
    public Guid? Dari { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Ke { get; set; }

    [SupplyParameterFromQuery]
    public string? Hanya { get; set; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    [Inject]
    public required PeriodInstrumentQueries Periods { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private bool OnlyScore => Hanya == "nilai";

    public static string Url(Guid from, Guid to) => $"/instrumen/banding?dari={from}&ke={to}";

    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        _versions ??= await Queries.VersionsAsync(ct);
        if (Dari is { } from && Ke is { } to && _compared != (from, to))
        {
            _comparison = await Queries.CompareAsync(from, to, ct);
            (_missing, _compared) = (_comparison is null, (from, to));
            _periods = _comparison is { } found ? await ToChangeAsync(found.After.Title.Id, to, ct) : [];
        }
    });

    /// <summary>Periods that could go to the newer version and do not use it yet.</summary>
    private async Task<IReadOnlyList<PeriodInstrument>> ToChangeAsync(string instrumentId, Guid to, CancellationToken ct) =>
        [.. (await Periods.ListAsync(instrumentId, ct)).Where(period => !period.IsClosed && period.Current.Id != to)];

    private void Choose(string name, ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, change.Value as string is { Length: > 0 } id ? id : null));

    private void Narrow(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hanya", change.Value is true ? "nilai" : null));
}
