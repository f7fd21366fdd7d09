using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>One strip per bar, with the limits' lines running through all of them, under a strip of limit labels.</summary>
public sealed class BarChartLayout(BarChart chart)
{
    private const float SpaceBefore = 9;
    private const float LabelWidth = 138;
    private const float TrackLeft = PageGeometry.Left + LabelWidth + 10;
    private const float TrackWidth = 190;
    private const float ValueLeft = TrackLeft + TrackWidth + 6;
    private const float ValueWidth = 44;
    private const float WordLeft = ValueLeft + ValueWidth + 12;
    private const float BarHeight = 11;
    private const float RowPadding = 5;
    private const float LimitWidth = 1;
    private const float TickHeight = 4;
    private const int MostRowsTogether = 20;

    public IEnumerable<Strip> Lay()
    {
        if (chart.Caption.Length > 0)
        {
            foreach (var strip in TextLines.Flow(chart.Caption, TextStyle.Caption, SpaceBefore).BoundToNext())
                yield return strip;
        }
        var scale = LayScale();
        yield return scale with { KeepsWithNext = true, SpaceBefore = chart.Caption.Length > 0 ? 2 : SpaceBefore };
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            yield return LayBar(chart.Rows[i]) with
            {
                RepeatedHead = scale,
                KeepsWithNext = i < chart.Rows.Count - 1 && chart.Rows.Count <= MostRowsTogether,
            };
        }
    }

    private Strip LayScale()
    {
        var style = TextStyle.SmallStrong;
        var labels = new LimitLabels(chart.Limits, style, TrackLeft, TrackWidth, PageGeometry.Right);
        var height = labels.LevelCount * style.LineHeight + TickHeight;
        var marks = new List<Mark>();
        foreach (var (label, left, level, x) in labels.Placed)
        {
            var top = (labels.LevelCount - 1 - level) * style.LineHeight;
            marks.Add(new TextMark(label, left, top, style));
            marks.Add(new RectMark(x - LimitWidth / 2, top + style.LineHeight, LimitWidth,
                height - top - style.LineHeight, Palette.Ink));
        }
        return new Strip(height, marks);
    }

    private Strip LayBar(BarRow row)
    {
        var style = TextStyle.Cell;
        var labels = TextLines.Place(row.Label, style, PageGeometry.Left, LabelWidth, RowPadding);
        var height = Math.Max(labels.Count * style.LineHeight, BarHeight) + 2 * RowPadding;
        var barTop = RowPadding + (style.LineHeight - BarHeight) / 2;
        var length = (float)(TrackWidth * Math.Clamp(double.IsNaN(row.Percent) ? 0 : row.Percent, 0, 100) / 100);
        var marks = new List<Mark>(labels)
        {
            new RectMark(TrackLeft, barTop, TrackWidth, BarHeight, Palette.HeadTint),
            new ToneBarMark(TrackLeft, barTop, length, BarHeight, row.Tone),
        };
        foreach (var limit in chart.Limits)
            AddLimitLine(marks, limit, height);
        AddFigures(marks, row);
        return new Strip(height, marks);
    }

    // A pale edge on both sides keeps the line visible on a solid bar.
    private static void AddLimitLine(List<Mark> marks, LimitMark limit, float height)
    {
        var x = LimitLabels.Position(limit, TrackLeft, TrackWidth);
        marks.Add(new RectMark(x - LimitWidth, 0, 2 * LimitWidth, height, Palette.Paper));
        marks.Add(new RectMark(x - LimitWidth / 2, 0, LimitWidth, height, Palette.Ink));
    }

    private static void AddFigures(List<Mark> marks, BarRow row)
    {
        var style = TextStyle.CellStrong;
        var value = TextWrapper.Shorten(row.ValueText, style, ValueWidth);
        marks.Add(new TextMark(value, ValueLeft + ValueWidth - style.Measure(value), RowPadding, style));
        if (row.Tone == Tone.Plain)
            return;
        var word = TextWrapper.Shorten(ToneWords.Of(row.Tone), TextStyle.Cell, PageGeometry.Right - WordLeft - ToneSignMark.Room);
        marks.Add(new ToneSignMark(row.Tone, WordLeft + 4, RowPadding + style.LineHeight / 2));
        marks.Add(new TextMark(word, WordLeft + ToneSignMark.Room, RowPadding, TextStyle.Cell));
    }
}
