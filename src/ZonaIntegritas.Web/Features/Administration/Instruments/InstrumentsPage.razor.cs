using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>Every version that was loaded, the latest first; the page of the list stands in the address.</summary>
public sealed partial class InstrumentsPage
{
    private RowPage<VersionRow>? _versions;

    [SupplyParameterFromQuery]
    public int? Hal { get; set; }

    [Inject]
    public required InstrumentQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    protected override Task OnParametersSetAsync() => LoadAsync(async ct => _versions = await Queries.PageAsync(PageNumber, ct));

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));
}
