using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Each sign with its ground and its word, on one line.</summary>
public static class ToneLegend
{
    private const float Gap = 16;
    private const float Swatch = 14;

    public static Strip Lay()
    {
        var style = TextStyle.Small;
        var marks = new List<Mark>();
        var left = PageGeometry.Left;
        foreach (var tone in ToneWords.Judged)
        {
            var word = ToneWords.Of(tone);
            marks.Add(new RectMark(left, 1, Swatch, style.LineHeight, Palette.TintOf(tone)));
            marks.Add(new FrameMark(left, 1, Swatch, style.LineHeight, Palette.Hairline));
            marks.Add(new ToneSignMark(tone, left + Swatch / 2, 1 + style.LineHeight / 2));
            marks.Add(new TextMark(word, left + Swatch + 4, 1, style));
            left += Swatch + 4 + style.Measure(word) + Gap;
        }
        return new Strip(style.LineHeight + 2, marks);
    }
}
