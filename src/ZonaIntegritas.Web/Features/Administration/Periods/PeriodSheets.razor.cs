using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>The sheets of one period; search and page stand in the address.</summary>
public sealed partial class PeriodSheets
{
    private RowPage<PeriodSheetRow>? _sheets;
    private (Guid, string?, int)? _shown;

    [Parameter, EditorRequired]
    public required PeriodRow Period { get; set; }

    /// <summary>Another target is wanted for this sheet.</summary>
    [Parameter]
    public EventCallback<PeriodSheetRow> OnAim { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    public string? Cari { get; set; }

    [SupplyParameterFromQuery(Name = "hal")]
    public int? Hal { get; set; }

    [Inject]
    public required PeriodDetailQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    public async Task ReloadAsync()
    {
        await LoadAsync(async ct => _sheets = await Queries.SheetsAsync(new(Period.Id, Cari, PageNumber), ct));
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Period.Id, Cari, PageNumber))
        {
            _shown = (Period.Id, Cari, PageNumber);
            await ReloadAsync();
        }
    }

    private void Search(ChangeEventArgs change) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["cari"] = (change.Value as string)?.Trim() is { Length: > 0 } word ? word : null,
        ["hal"] = null,
    }));

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));
}
