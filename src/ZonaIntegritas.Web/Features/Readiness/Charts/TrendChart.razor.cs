using System.Globalization;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Readiness.Charts;

/// <summary>Values over time with the limits drawn across, and the same numbers as a table behind.</summary>
public sealed partial class TrendChart
{
    private const decimal Step = 10m;
    private const decimal Most = 100m;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    [Parameter]
    public IReadOnlyList<ChartLimit> Limits { get; set; } = [];

    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter]
    public string Empty { get; set; } = "Grafik muncul setelah ada nilai dari sedikitnya dua pekan.";

    private IEnumerable<ChartPoint> Points => Series.SelectMany(series => series.Points);

    private int Count => Points.Select(point => point.On).Distinct().Count();

    private DateOnly First => Points.Min(point => point.On);

    private DateOnly Last => Points.Max(point => point.On);

    private IEnumerable<ChartLimit> Drawn => Limits.Where(limit => limit.Value >= Bottom && limit.Value <= Top);

    /// <summary>The scale begins at the ten below everything drawn, and says so.</summary>
    private decimal Bottom => Math.Max(0m, Math.Floor((Points.Select(point => point.Value).Concat(Limits.Select(limit => limit.Value)).Min() - 1m) / Step) * Step);

    private static decimal Top => Most;

    private string X(DateOnly day) => Css(100m * (day.DayNumber - First.DayNumber) / (Last.DayNumber - First.DayNumber));

    private string Y(decimal value) => Css(100m * (Top - value) / (Top - Bottom));

    private string Line(ChartSeries series) => string.Join(' ', series.Points.Select(point => $"{X(point.On)},{Y(point.Value)}"));

    private static string Label(decimal value) => Indonesian.Number(value);

    private static string Css(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
