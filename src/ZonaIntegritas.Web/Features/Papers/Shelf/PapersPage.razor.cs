using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Papers.Shelf;

/// <summary>Naskah: which papers this person can have made now, and why others not yet.</summary>
public sealed partial class PapersPage
{
    private PaperShelf? _shelf;
    private int _page = 1;

    [SupplyParameterFromQuery(Name = "tahun")]
    public int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    public string? Search { get; set; }

    [Inject]
    public required PaperQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override Task OnParametersSetAsync() => TurnAsync(1);

    private Task TurnAsync(int page) => LoadAsync(async ct =>
    {
        _page = page;
        _shelf = await Queries.ShelfAsync(Year, Search ?? "", page, ct);
    });

    private void SearchFor(ChangeEventArgs change) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["tahun"] = _shelf?.Year,
        ["cari"] = change.Value is string { Length: > 0 } text ? text : null,
    }));
}
