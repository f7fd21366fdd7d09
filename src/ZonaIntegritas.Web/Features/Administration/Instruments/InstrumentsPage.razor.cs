using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>Every version that was loaded, the latest first; the page of the list stands in the address.</summary>
public sealed partial class InstrumentsPage
{
    private RowPage<VersionRow>? _versions;
    private IReadOnlyList<PeriodInstrument> _periods = [];

    [SupplyParameterFromQuery]
    public int? Hal { get; set; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    [Inject]
    public required PeriodInstrumentQueries Periods { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        _periods = await Periods.ListAsync(null, ct);
        _versions = await Queries.PageAsync(PageNumber, ct);
    });

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));
}
