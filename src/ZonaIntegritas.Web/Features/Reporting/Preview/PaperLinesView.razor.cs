using System.Text;
using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>A line chart as SVG over the table of its figures.</summary>
public sealed partial class PaperLinesView
{
    private const int Width = 640;
    private const int Height = 200;
    private const double Radius = 4;

    [Parameter, EditorRequired]
    public required LineChart Chart { get; set; }

    private static string ColourOf(int series) => LineLook.Of(series).Hex;

    private string Y(double value) => PaperText.Number(HeightOf(value));

    private double HeightOf(double value) => Height * (1 - Chart.ShareOf(value));

    private IEnumerable<(double X, double Y)> SpotsOf(LineSeries series) => PointsOf(series).OfType<(double, double)>();

    private IEnumerable<(double X, double Y)?> PointsOf(LineSeries series)
    {
        var step = (double)Width / Chart.Labels.Count;
        for (var i = 0; i < Chart.Labels.Count; i++)
        {
            yield return i < series.Points.Count && series.Points[i] is { } point ? ((i + 0.5) * step, HeightOf(point.Value)) : null;
        }
    }

    private string PathOf(LineSeries series)
    {
        var path = new StringBuilder();
        var isPenDown = false;
        foreach (var point in PointsOf(series))
        {
            if (point is (var x, var y))
            {
                path.Append(isPenDown ? 'L' : 'M').Append(PaperText.Number(x)).Append(' ').Append(PaperText.Number(y));
            }

            isPenDown = point is not null;
        }

        return path.ToString();
    }

    private static string ShapeAt(PointShape shape, double x, double y)
    {
        static string Of(double value) => PaperText.Number(value);
        return shape switch
        {
            PointShape.Disc => $"M{Of(x - Radius)} {Of(y)}a{Of(Radius)} {Of(Radius)} 0 1 0 {Of(2 * Radius)} 0a{Of(Radius)} {Of(Radius)} 0 1 0 {Of(-2 * Radius)} 0",
            PointShape.Square => $"M{Of(x - Radius)} {Of(y - Radius)}h{Of(2 * Radius)}v{Of(2 * Radius)}h{Of(-2 * Radius)}Z",
            PointShape.Triangle => $"M{Of(x)} {Of(y - Radius)}l{Of(Radius)} {Of(2 * Radius)}h{Of(-2 * Radius)}Z",
            PointShape.Diamond => $"M{Of(x)} {Of(y - Radius)}l{Of(Radius)} {Of(Radius)}l{Of(-Radius)} {Of(Radius)}l{Of(-Radius)} {Of(-Radius)}Z",
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
    }
}
