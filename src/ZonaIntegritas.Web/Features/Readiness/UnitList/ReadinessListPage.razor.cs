using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Readiness.Cockpit;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>The cockpit: where all units stand, what changed, and the map of units by area. What was asked stands in the address.</summary>
public sealed partial class ReadinessListPage
{
    private const string ListAnchor = "#daftar";

    private static readonly (string Name, object? Value)[] Cleared =
        [("cari", null), ("target", null), ("wilayah", null), ("giliran", null), ("kurang", null), ("capai", null), ("hal", null)];

    private ReadinessList? _list;
    private CockpitNews? _news;

    [Inject]
    public required ReadinessQueries Queries { get; init; }

    [Inject]
    public required VisitReadiness VisitReadiness { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "tahun")]
    private int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "lapisan")]
    private string? LayerKey { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "target")]
    private string? Target { get; set; }

    [SupplyParameterFromQuery(Name = "wilayah")]
    private string? City { get; set; }

    [SupplyParameterFromQuery(Name = "giliran")]
    private string? TurnKey { get; set; }

    /// <summary>"WBK:A.5" or "WBK".</summary>
    [SupplyParameterFromQuery(Name = "kurang")]
    private string? Missing { get; set; }

    [SupplyParameterFromQuery(Name = "capai")]
    private string? Reached { get; set; }

    /// <summary>A column's key, with "-" before it for descending.</summary>
    [SupplyParameterFromQuery(Name = "urut")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "hal")]
    private int? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = "baris")]
    private int? RowsPerPage { get; set; }

    private ReadinessFilter Filter { get; set; } = new();

    protected override Task OnParametersSetAsync()
    {
        LayerWords.TryRead(LayerKey, out var layer);
        var (sort, descending, area) = SortWords.Read(Order);
        Filter = new(Year, layer, Search ?? "", Math.Max(1, PageNumber ?? 1), sort, descending)
        {
            Area = area,
            Size = RowsPerPage is { } size && ReadinessFilter.Sizes.Contains(size) ? size : ReadinessFilter.DefaultSize,
            Target = Said(Target),
            City = Said(City),
            Turn = FilterWords.ReadTurn(TurnKey),
            Missing = Said(Missing),
            Reached = Said(Reached),
        };
        return LoadAsync(ShowAsync);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var list = await Queries.ListAsync(Filter, ct);
        if (list.SeesOneUnit && list.Rows is [var only])
        {
            Navigation.NavigateTo($"/kesiapan/{only.AssessmentId}", replace: true);
            return;
        }

        _list = list;
        // Sorting and filtering is still the same visit.
        _news ??= await VisitReadiness.ExecuteAsync(ct);
    }

    private void Go((string Name, object? Value) change) => Navigation.NavigateTo(With(change, ("hal", null)));

    private string With(params (string Name, object? Value)[] changes) => Navigation.GetUriWithQueryParameters(
        changes.ToDictionary(change => change.Name, change => change.Value is "" ? null : change.Value));

    private string InList(params (string Name, object? Value)[] changes) => With([.. Cleared.Where(gone => changes.All(change => change.Name != gone.Name)), .. changes]).Split('#')[0] + ListAnchor;

    private string MissingHref(string gate) => InList(("kurang", gate));

    private string ReachedHref(string predicate) => InList(("capai", predicate));

    private string TurnHref(Turn turn) => InList(("giliran", FilterWords.KeyOf(turn)));

    private string PageHref(int page) => With(("hal", page > 1 ? page : null));

    private string SizeHref(int size) => With(("baris", size > ReadinessFilter.DefaultSize ? size : null), ("hal", null));

    private string SortHref(ReadinessSort sort, string? area) => With(("urut", SortWords.Next(Filter, sort, area)), ("hal", null));

    private string Range(ReadinessList list) =>
        $"{Indonesian.Number(((Filter.Page - 1) * list.Size) + 1)}–{Indonesian.Number(((Filter.Page - 1) * list.Size) + list.Rows.Count)} dari {Indonesian.Number(list.Sums.Found)} unit";

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
