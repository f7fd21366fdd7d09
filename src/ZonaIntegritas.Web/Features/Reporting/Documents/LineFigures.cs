namespace ZonaIntegritas.Web.Features.Reporting.Documents;

/// <summary>A line chart's figures as text, the same on paper and on screen.</summary>
public static class LineFigures
{
    public const string Missing = "–";

    public static string TextAt(LineSeries series, int index) =>
        index < series.Points.Count && series.Points[index] is { } point ? point.Text : Missing;

    /// <summary>One row per label, one column per series.</summary>
    public static Table TableOf(LineChart chart) => new(
        [new(chart.LabelHeader, 1.4f), .. chart.Series.Select(series => new TableColumn(series.Name, 1, ColumnAlignment.Right))],
        [.. chart.Labels.Select((label, i) => TableRow.Of([label, .. chart.Series.Select(series => (TableCell)TextAt(series, i))]))]);
}
