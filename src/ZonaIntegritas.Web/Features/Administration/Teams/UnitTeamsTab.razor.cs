using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <summary>Units with their teams; search, filter and page stand in the address, which the page around it reads.</summary>
public sealed partial class UnitTeamsTab
{
    private RowPage<TeamRow>? _teams;
    private UnitOption? _unit;
    private (string?, string?, int)? _shown;

    [Parameter]
    public string? Cari { get; set; }

    [Parameter]
    public string? Kurang { get; set; }

    [Parameter]
    public int? Hal { get; set; }

    [Inject]
    public required TeamQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Cari, Kurang, PageNumber))
        {
            _shown = (Cari, Kurang, PageNumber);
            await ReloadAsync();
        }
    }

    private Task ReloadAsync() => LoadAsync(async ct => _teams = await Queries.PageAsync(new(Cari, Kurang == "ya", PageNumber), ct));

    private void Filter(string name, string? text) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { [name] = string.IsNullOrWhiteSpace(text) ? null : text.Trim(), ["hal"] = null }));

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));

    private Task ChangedAsync(string done)
    {
        Snackbar.Add(done, Severity.Success);
        return ReloadAsync();
    }
}
