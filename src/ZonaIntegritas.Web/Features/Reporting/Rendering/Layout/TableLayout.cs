using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>A table as rows of strips, each of which knows the header to repeat on a new page.</summary>
public sealed class TableLayout
{
    private const float SpaceBefore = 9;
    private const float CaptionGap = 4;
    private const float EdgeGap = 5;
    private const float ColumnGap = 11;
    private const float CellPadding = 3.5f;
    private const float HeadPadding = 5;
    private const float IndentStep = 10;
    private const float TallestRepeatedHead = PageGeometry.BodyHeight * 0.3f;

    private static readonly GridLook HeadLook = new(HeadPadding, Palette.HeadTint, Palette.Frame, Palette.Frame, 0.9f);
    private static readonly GridLook BodyLook = new(CellPadding, RuleBelow: Palette.Hairline);
    private static readonly GridLook GroupLook = new(CellPadding, Palette.GroupTint, RuleBelow: Palette.Hairline);
    private static readonly GridLook TotalLook = new(CellPadding + 1, RuleAbove: Palette.Frame, RuleBelow: Palette.Frame, RuleWidth: 0.9f);

    private readonly Table _table;
    private readonly float[] _lefts;
    private readonly float[] _widths;

    public TableLayout(Table table)
    {
        _table = table;
        var weights = table.Columns.Select(column => Math.Max(column.Weight, 0.01f)).ToArray();
        // However many columns a caller asks for, half the width stays for text.
        var gap = Math.Min(ColumnGap, PageGeometry.ContentWidth / 2 / weights.Length);
        var room = PageGeometry.ContentWidth - 2 * EdgeGap - gap * (weights.Length - 1);
        _widths = [.. weights.Select(weight => room * weight / weights.Sum())];
        _lefts = new float[weights.Length];
        var left = PageGeometry.Left + EdgeGap;
        for (var i = 0; i < weights.Length; i++)
        {
            _lefts[i] = left;
            left += _widths[i] + gap;
        }
    }

    public IEnumerable<Strip> Lay()
    {
        if (_table.Columns.Count == 0)
            yield break;
        var spaceBefore = SpaceBefore;
        if (_table.Caption.Length > 0)
        {
            foreach (var strip in TextLines.Flow(_table.Caption, TextStyle.Caption, SpaceBefore).BoundToNext())
                yield return strip;
            spaceBefore = CaptionGap;
        }
        var head = LayHead();
        for (var i = 0; i < head.Count; i++)
            yield return head[i] with { KeepsWithNext = true, SpaceBefore = i == 0 ? spaceBefore : 0 };
        var repeated = head.Sum(strip => strip.Height) <= TallestRepeatedHead ? head[0] : null;
        foreach (var strip in LayRows())
            yield return strip with { RepeatedHead = repeated };
    }

    private IEnumerable<Strip> LayRows()
    {
        if (_table.Rows.Count == 0)
            return LaySpanning("Tidak ada data.", TextStyle.Cell, BodyLook);
        return _table.Rows.SelectMany((row, i) => KeepNeighbours(LayRow(row), row, i));
    }

    // A group's name needs a row below it; a first row, a last one or a total alone on a page says nothing.
    private IEnumerable<Strip> KeepNeighbours(IReadOnlyList<Strip> strips, TableRow row, int index)
    {
        var last = _table.Rows.Count - 1;
        var keeps = row.Kind == TableRowKind.Group ? index < last : index == last - 1 || (index == 0 && last > 0);
        return keeps ? strips.Select((strip, i) => i == strips.Count - 1 ? strip with { KeepsWithNext = true } : strip) : strips;
    }

    private IReadOnlyList<Strip> LayRow(TableRow row) => row.Kind switch
    {
        TableRowKind.Body => LayCells(row, BodyLook),
        TableRowKind.Total => LayCells(row, TotalLook),
        TableRowKind.Group => LaySpanning(row.Cells.Count > 0 ? row.Cells[0].Text : "", TextStyle.CellStrong, GroupLook),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private IReadOnlyList<Strip> LayHead() =>
        new GridRow([.. _table.Columns.Select((column, i) => CellAt(i, column.Header, TextStyle.CellHead))], HeadLook).ToStrips();

    private IReadOnlyList<Strip> LayCells(TableRow row, GridLook look)
    {
        var cells = new GridCell[_lefts.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = i < row.Cells.Count ? row.Cells[i] : new TableCell("");
            var style = cell.Bold || row.Kind == TableRowKind.Total ? TextStyle.CellStrong : TextStyle.Cell;
            cells[i] = CellAt(i, cell.Text, style, cell.Tone, cell.Indent);
        }
        return new GridRow(cells, look).ToStrips();
    }

    private static IReadOnlyList<Strip> LaySpanning(string text, TextStyle style, GridLook look)
    {
        var width = PageGeometry.ContentWidth - 2 * EdgeGap;
        var cell = new GridCell(TextWrapper.Wrap(text, style, width), PageGeometry.Left + EdgeGap, width,
            ColumnAlignment.Left, style);
        return new GridRow([cell], look).ToStrips();
    }

    private GridCell CellAt(int column, string text, TextStyle style, Tone tone = Tone.Plain, int indent = 0)
    {
        // Half the column stays for text however deep the caller indents.
        var shift = Math.Clamp(indent * IndentStep, 0, _widths[column] / 2);
        var width = _widths[column] - shift;
        var textWidth = tone == Tone.Plain ? width : width - ToneSignMark.Room;
        return new GridCell(TextWrapper.Wrap(text, style, textWidth), _lefts[column] + shift, width,
            _table.Columns[column].Alignment, style, tone);
    }
}
