using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>The units; search and page stand in the address, which the page around it reads.</summary>
public sealed partial class UnitsTab
{
    private RowPage<UnitRow>? _units;
    private IReadOnlyList<(string Code, string Name)> _predicates = [];
    private Editing? _editing;
    private (string?, int)? _shown;

    [Parameter]
    public string? Cari { get; set; }

    [Parameter]
    public int? Hal { get; set; }

    /// <summary>Something was added or changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required UnitQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    protected override Task OnInitializedAsync() => LoadAsync(async ct => _predicates = await Queries.PredicatesAsync(ct));

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Cari, PageNumber))
        {
            _shown = (Cari, PageNumber);
            await ReloadAsync();
        }
    }

    private static string Or(string text) => text.Length == 0 ? "–" : text;

    private Task ReloadAsync() => LoadAsync(async ct => _units = await Queries.PageAsync(Cari, PageNumber, ct));

    private void Search(ChangeEventArgs change) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["cari"] = Text(change), ["hal"] = null }));

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));

    private static string? Text(ChangeEventArgs change) => string.IsNullOrWhiteSpace(change.Value as string) ? null : ((string)change.Value).Trim();

    private void Close() => _editing = null;

    private async Task SavedAsync(UnitDetails details)
    {
        Close();
        Snackbar.Add($"{details.ShortName} tersimpan.", Severity.Success);
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }

    /// <summary>The open panel; without a unit it adds one.</summary>
    private sealed record Editing(UnitRow? Unit);
}
