using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Readiness.Working;

namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>Units by area: a heat map that is read as a table.</summary>
public sealed partial class UnitTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReadinessRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AreaHead> Areas { get; set; }

    [Parameter, EditorRequired]
    public required ReadinessFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public required Func<ReadinessSort, string?, string> SortHref { get; set; }

    /// <summary>A chosen layer is kept on the way to the unit; without one the unit shows what the row showed.</summary>
    private string UnitHref(ReadinessRow row) =>
        $"/kesiapan/{row.AssessmentId}" + (Filter.Layer is { } layer ? $"?lapisan={LayerWords.KeyOf(layer)}" : "");

    private string LimitWords => string.Join(" dan ", Rows.Select(row => row.Score?.Limits).OfType<IReadOnlyList<RowLimit>>().FirstOrDefault()?.Select(limit => limit.Label) ?? []);

    private static string Css(decimal share) => (Math.Clamp(share, 0m, 1m) * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string WorkingHref(ReadinessRow row, string section) => WorkingAddress.Of(row.AssessmentId, row.Layer, section);

    /// <param name="area">For the column of an area.</param>
    private RenderFragment SortHead(string label, ReadinessSort sort, string style = "", AreaHead? area = null) => builder =>
    {
        builder.OpenElement(0, "th");
        builder.AddAttribute(1, "role", "columnheader");
        builder.AddAttribute(2, "scope", "col");
        builder.AddAttribute(3, "class", $"sortable {style}");
        builder.AddAttribute(4, "aria-sort", SortWords.AriaOf(Filter, sort, area?.Code));
        builder.OpenElement(5, "a");
        builder.AddAttribute(6, "href", SortHref(sort, area?.Code));
        builder.AddAttribute(7, "title", area?.Name);
        builder.AddAttribute(8, "aria-label", area is null ? null : $"{area.Code}, {area.Name}, persen");
        builder.AddContent(9, label);
        builder.CloseElement();
        builder.CloseElement();
    };
}
