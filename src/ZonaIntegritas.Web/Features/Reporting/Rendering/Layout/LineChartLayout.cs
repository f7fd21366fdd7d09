using System.Globalization;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>
/// A plot, and under it each series' figures below its points. When there are more points than figures fit side by
/// side, the figures follow as a table instead.
/// </summary>
public sealed class LineChartLayout
{
    private const float SpaceBefore = 9;
    private const float LabelWidth = 112;
    private const float PlotLeft = PageGeometry.Left + LabelWidth;
    private const float PlotTop = 8;
    private const float PlotHeight = 132;
    private const float LimitGap = 5;
    private const float FigureGap = 5;
    private const float RowPadding = 2.5f;

    private static readonly TextStyle FigureStyle = TextStyle.SmallInk;

    private readonly LineChart _chart;
    private readonly float _plotWidth;
    private readonly float _step;

    public LineChartLayout(LineChart chart)
    {
        _chart = chart;
        var limitRoom = chart.Limits.Select(limit => TextStyle.SmallStrong.Measure(TextCleaner.Clean(limit.Label)) + LimitGap).Append(0).Max();
        _plotWidth = PageGeometry.Right - PlotLeft - Math.Min(limitRoom, PageGeometry.ContentWidth / 4);
        _step = _plotWidth / Math.Max(1, chart.Labels.Count);
    }

    private bool FiguresFit => WidestFigure() + FigureGap <= _step;

    public IEnumerable<Strip> Lay()
    {
        if (_chart.Labels.Count == 0 || _chart.Series.Count == 0)
            return TextLines.Flow("Belum ada data untuk digambar.", TextStyle.BodyMuted, SpaceBefore);
        var caption = _chart.Caption.Length == 0 ? [] : TextLines.Flow(_chart.Caption, TextStyle.Caption, SpaceBefore).BoundToNext();
        return caption.Concat(FiguresFit ? LayWithFigures() : LayWithTable());
    }

    private IEnumerable<Strip> LayWithFigures() =>
        [
            LayPlot() with { KeepsWithNext = true, SpaceBefore = 3 },
            LayLabels(1) with { KeepsWithNext = true },
            .. _chart.Series.Select((series, i) => LaySeries(series, i, withFigures: true) with { KeepsWithNext = i < _chart.Series.Count - 1 }),
        ];

    private IEnumerable<Strip> LayWithTable()
    {
        var every = (int)Math.Ceiling((_chart.Labels.Max(label => FigureStyle.Measure(TextCleaner.Clean(label))) + FigureGap) / _step);
        return
        [
            LayPlot() with { KeepsWithNext = true, SpaceBefore = 3 },
            LayLabels(every) with { KeepsWithNext = true },
            .. _chart.Series.Select((series, i) => LaySeries(series, i, withFigures: false) with { KeepsWithNext = true }),
            .. new TableLayout(LineFigures.TableOf(_chart)).Lay(),
        ];
    }

    private Strip LayPlot()
    {
        var marks = new List<Mark>
        {
            new FrameMark(PlotLeft, PlotTop, _plotWidth, PlotHeight, Palette.Hairline),
            ScaleEnd(_chart.Highest, PlotTop - 3),
            ScaleEnd(_chart.Lowest, PlotTop + PlotHeight - 8),
        };
        marks.AddRange(LineLimits.Place(_chart, PlotLeft, _plotWidth, HeightOf, PlotTop + PlotHeight));
        for (var i = 0; i < _chart.Series.Count; i++)
            AddLine(marks, _chart.Series[i], LineLook.Of(i));
        return new Strip(PlotTop + PlotHeight + 4, marks);
    }

    private void AddLine(List<Mark> marks, LineSeries series, LineLook look)
    {
        var spots = new List<Spot>();
        var points = new List<Mark>();
        for (var i = 0; i < _chart.Labels.Count; i++)
        {
            if (i < series.Points.Count && series.Points[i] is { } point)
            {
                spots.Add(new(CentreOf(i), HeightOf(point.Value)));
                points.Add(new PointMark(spots[^1], look));
                continue;
            }
            marks.Add(new PolylineMark(spots, look));
            spots = [];
        }
        marks.Add(new PolylineMark(spots, look));
        marks.AddRange(points);
    }

    private Strip LayLabels(int every)
    {
        var header = TextLines.Place(_chart.LabelHeader, TextStyle.Small, PageGeometry.Left, LabelWidth - 8, 0);
        // Labels wider than the plot's steps still end at the plot's edges.
        var labels = _chart.Labels.Select((label, i) => (Text: TextWrapper.Shorten(label, TextStyle.Small, _step * every), At: i)).Where(label => label.At % every == 0)
            .Select(label => new TextMark(label.Text, Math.Clamp(CentreOf(label.At) - TextStyle.Small.Measure(label.Text) / 2, PlotLeft, PageGeometry.Right - TextStyle.Small.Measure(label.Text)), 0, TextStyle.Small));
        return new Strip(header.Count * TextStyle.Small.LineHeight + RowPadding, [.. header, .. labels]);
    }

    private Strip LaySeries(LineSeries series, int index, bool withFigures)
    {
        const float sample = 24;
        var look = LineLook.Of(index);
        var name = TextLines.Place(series.Name, FigureStyle, PageGeometry.Left + sample + 4, (withFigures ? LabelWidth : PageGeometry.ContentWidth) - sample - 10, RowPadding);
        var height = name.Count * FigureStyle.LineHeight + 2 * RowPadding;
        var middle = RowPadding + FigureStyle.LineHeight / 2;
        var marks = new List<Mark>(name)
        {
            new RectMark(PageGeometry.Left, 0, PlotLeft + _plotWidth - PageGeometry.Left, 0.5f, Palette.Hairline),
            new PolylineMark([new(PageGeometry.Left, middle), new(PageGeometry.Left + sample, middle)], look),
            new PointMark(new(PageGeometry.Left + sample / 2, middle), look),
        };
        if (withFigures)
        {
            marks.AddRange(_chart.Labels.Select((_, i) => TextCleaner.Clean(LineFigures.TextAt(series, i)))
                .Select((text, i) => new TextMark(text, CentreOf(i) - FigureStyle.Measure(text) / 2, RowPadding, FigureStyle)));
        }
        return new Strip(height, marks);
    }

    private static TextMark ScaleEnd(int value, float top)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return new TextMark(text, PlotLeft - LimitGap - TextStyle.Small.Measure(text), top, TextStyle.Small);
    }

    private float CentreOf(int index) => PlotLeft + (index + 0.5f) * _step;

    private float HeightOf(double value) => PlotTop + PlotHeight * (float)(1 - _chart.ShareOf(value));

    private float WidestFigure() => _chart.Labels.Concat(_chart.Series.SelectMany(series => _chart.Labels.Select((_, i) => LineFigures.TextAt(series, i))))
        .Max(text => FigureStyle.Measure(TextCleaner.Clean(text)));
}
