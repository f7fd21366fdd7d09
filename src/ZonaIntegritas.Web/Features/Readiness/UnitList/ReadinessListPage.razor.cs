using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>All units on one page against the limits of their targets; what was asked stands in the address.</summary>
public sealed partial class ReadinessListPage
{
    private ReadinessList? _list;

    [Inject]
    public required ReadinessQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "tahun")]
    private int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "lapisan")]
    private string? LayerKey { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    private string? Search { get; set; }

    /// <summary>A column's key, with "-" before it for descending.</summary>
    [SupplyParameterFromQuery(Name = "urut")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "hal")]
    private int? PageNumber { get; set; }

    private ReadinessFilter Filter { get; set; } = new();

    protected override Task OnParametersSetAsync()
    {
        LayerWords.TryRead(LayerKey, out var layer);
        var (sort, descending) = SortWords.Read(Order);
        Filter = new(Year, layer, Search ?? "", Math.Max(1, PageNumber ?? 1), sort, descending);
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
    }

    private void ChangeYear(ChangeEventArgs change) => Go(("tahun", change.Value), ("hal", null));

    private void ChangeLayer(ChangeEventArgs change) => Go(("lapisan", change.Value), ("hal", null));

    private void ChangeSearch(ChangeEventArgs change) => Go(("cari", change.Value), ("hal", null));

    private void Go(params (string Name, object? Value)[] changes) => Navigation.NavigateTo(With(changes));

    private string With(params (string Name, object? Value)[] changes) => Navigation.GetUriWithQueryParameters(
        changes.ToDictionary(change => change.Name, change => change.Value is "" ? null : change.Value));

    private string PageHref(int page) => With(("hal", page > 1 ? page : null));

    private string SortHref(ReadinessSort sort) => With(("urut", SortWords.Next(Filter, sort)), ("hal", null));

    private static string Summary(ReadinessList list)
    {
        var sums = list.Sums;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Tahun {list.Year}: {sums.Met} dari {sums.Units} unit memenuhi seluruh syarat nilai targetnya. {sums.WaitForUnit} menunggu unit, {sums.WaitForTpi} menunggu TPI, {sums.Concluded} selesai dievaluasi.");
    }
}
