using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>A heat map as one strip per row under a head that is repeated, with a legend of its signs before it.</summary>
public sealed class HeatMapLayout
{
    private const float SpaceBefore = 9;
    private const float CaptionGap = 4;
    private const float Padding = 4;
    private const float CellGap = 1.5f;
    private const float WidestLabel = PageGeometry.ContentWidth * 0.36f;
    private const float NarrowestLabel = PageGeometry.ContentWidth * 0.2f;
    private const float WidestCell = 78;
    private const float TallestRepeatedHead = PageGeometry.BodyHeight * 0.3f;

    // A row is one uncut strip: a name of more lines than this is no name.
    private const int MostLines = 24;

    // Sign and "100,00 %" side by side; narrower cells have the sign above their figure.
    private const float WidthForSignBeside = 50;

    private readonly HeatMap _map;
    private readonly float _labelWidth;
    private readonly float _cellWidth;
    private readonly bool _signAbove;

    public HeatMapLayout(HeatMap map)
    {
        _map = map;
        var columns = Math.Max(1, map.Columns.Count);
        _cellWidth = Math.Min(WidestCell, (PageGeometry.ContentWidth - WidestLabel) / columns);
        if (_cellWidth < WidthForSignBeside)
            _cellWidth = Math.Min(WidthForSignBeside, (PageGeometry.ContentWidth - NarrowestLabel) / columns);
        _labelWidth = PageGeometry.ContentWidth - _cellWidth * columns;
        _signAbove = _cellWidth < WidthForSignBeside;
    }

    public IEnumerable<Strip> Lay()
    {
        var spaceBefore = SpaceBefore;
        if (_map.Caption.Length > 0)
        {
            foreach (var strip in TextLines.Flow(_map.Caption, TextStyle.Caption, SpaceBefore).BoundToNext())
                yield return strip;
            spaceBefore = CaptionGap;
        }
        yield return ToneLegend.Lay() with { SpaceBefore = spaceBefore, KeepsWithNext = true };
        var head = LayHead();
        yield return head with { SpaceBefore = CaptionGap, KeepsWithNext = true };
        if (_map.Rows.Count == 0)
            yield return LayNothing();
        for (var i = 0; i < _map.Rows.Count; i++)
            yield return LayRow(_map.Rows[i]) with { RepeatedHead = head.Height <= TallestRepeatedHead ? head : null, KeepsWithNext = i == _map.Rows.Count - 2 || (i == 0 && _map.Rows.Count > 1) };
    }

    private Strip LayHead()
    {
        var style = TextStyle.SmallHead;
        var label = Label(_map.RowHeader, TextStyle.CellHead);
        var cells = _map.Columns.Select((column, i) => InCell(column, i, style, Padding)).ToList();
        var height = Math.Max(Under(label), cells.Select(Under).Append(0).Max()) + Padding;
        return new Strip(height,
        [
            new RectMark(PageGeometry.Left, 0, PageGeometry.ContentWidth, height, Palette.HeadTint),
            new RectMark(PageGeometry.Left, height - 0.9f, PageGeometry.ContentWidth, 0.9f, Palette.Frame),
            .. label,
            .. cells.SelectMany(lines => lines),
        ]);
    }

    private Strip LayRow(HeatRow row)
    {
        var label = Label(row.Label, TextStyle.Cell);
        var cells = row.Cells.Take(_map.Columns.Count).Select((cell, i) => (cell.Tone, Lines: Figure(cell, i))).ToList();
        var height = Math.Max(Under(label), cells.Select(cell => Under(cell.Lines)).Append(0).Max()) + Padding;
        var marks = new List<Mark> { new RectMark(PageGeometry.Left, height - 0.5f, PageGeometry.ContentWidth, 0.5f, Palette.Hairline) };
        for (var i = 0; i < cells.Count; i++)
        {
            marks.Add(new RectMark(CellLeft(i) + CellGap / 2, CellGap / 2, _cellWidth - CellGap, height - CellGap, Palette.TintOf(cells[i].Tone)));
            marks.Add(_signAbove
                ? new ToneSignMark(cells[i].Tone, CellLeft(i) + _cellWidth / 2, Padding + 4)
                : new ToneSignMark(cells[i].Tone, CellLeft(i) + 8, Padding + TextStyle.Cell.LineHeight / 2));
            marks.AddRange(cells[i].Lines);
        }
        return new Strip(height, [.. marks, .. label]);
    }

    private IReadOnlyList<TextMark> Figure(HeatCell cell, int column) => _signAbove
        ? InCell(cell.Text, column, TextStyle.SmallInk, Padding + 10)
        : [.. TextLines.Place(cell.Text, TextStyle.Cell, CellLeft(column) + 14, _cellWidth - 18, Padding, ColumnAlignment.Right).Take(MostLines)];

    private IReadOnlyList<TextMark> InCell(string text, int column, TextStyle style, float top) =>
        [.. TextLines.Place(text, style, CellLeft(column) + 2, _cellWidth - 4, top, ColumnAlignment.Centre).Take(MostLines)];

    private IReadOnlyList<TextMark> Label(string text, TextStyle style) =>
        [.. TextLines.Place(text, style, PageGeometry.Left + 4, _labelWidth - 10, Padding).Take(MostLines)];

    private static Strip LayNothing()
    {
        var lines = TextLines.Place("Tidak ada data.", TextStyle.Cell, PageGeometry.Left + 4, PageGeometry.ContentWidth - 8, Padding);
        return new Strip(Under(lines) + Padding, lines);
    }

    private float CellLeft(int column) => PageGeometry.Left + _labelWidth + column * _cellWidth;

    private static float Under(IReadOnlyList<TextMark> lines) => lines[^1].LineTop + lines[^1].Style.LineHeight;
}
