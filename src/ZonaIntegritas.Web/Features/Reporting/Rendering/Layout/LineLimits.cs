using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Limit lines across a plot, each with its label at the right; labels that would touch move up.</summary>
internal static class LineLimits
{
    private const float LabelGap = 5;

    public static IEnumerable<Mark> Place(LineChart chart, float plotLeft, float plotWidth, Func<double, float> heightOf, float plotBottom)
    {
        var style = TextStyle.SmallStrong;
        var labelLeft = plotLeft + plotWidth + LabelGap;
        var lowest = plotBottom;
        foreach (var limit in chart.Limits.OrderBy(limit => limit.Value))
        {
            var height = heightOf(limit.Value);
            var text = TextWrapper.Shorten(limit.Label, style, PageGeometry.Right - labelLeft);
            var top = Math.Min(height - style.LineHeight / 2, lowest - style.LineHeight);
            lowest = top;
            yield return new RectMark(plotLeft, height - 0.5f, plotWidth, 1, Palette.Ink);
            yield return new TextMark(text, labelLeft, top, style);
        }
    }
}
