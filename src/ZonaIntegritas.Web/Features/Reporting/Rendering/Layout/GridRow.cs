using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Wrapped text at its place in a row, and the sign before it. Measures in points.</summary>
public sealed record GridCell(IReadOnlyList<string> Lines, float Left, float Width, ColumnAlignment Alignment,
    TextStyle Style, Tone Tone = Tone.Plain);

/// <summary>What lies behind and around a row's text. Measures in points.</summary>
public sealed record GridLook(float Padding, SKColor? Fill = null, SKColor? RuleAbove = null,
    SKColor? RuleBelow = null, float RuleWidth = 0.5f);

/// <summary>Cells side by side, as one strip, or as one strip per line when the row is too tall to move whole.</summary>
public sealed class GridRow(IReadOnlyList<GridCell> cells, GridLook look)
{
    // A row this tall leaves too large a gap at the foot of a page when it moves as a whole.
    private const float TallestWhole = PageGeometry.BodyHeight * 0.4f;

    private readonly int _lineCount = cells.Max(cell => cell.Lines.Count);
    private readonly float _lineHeight = cells.Max(cell => cell.Style.LineHeight);

    public IReadOnlyList<Strip> ToStrips()
    {
        if (_lineCount * _lineHeight + 2 * look.Padding <= TallestWhole)
            return [ToStrip(0, _lineCount)];
        return [.. Enumerable.Range(0, _lineCount).Select(line => ToStrip(line, 1) with
        {
            KeepsWithNext = line < _lineCount - 1 && (line == 0 || line == _lineCount - 2),
        })];
    }

    private Strip ToStrip(int firstLine, int count)
    {
        var isFirst = firstLine == 0;
        var isLast = firstLine + count == _lineCount;
        var textTop = isFirst ? look.Padding : 0;
        var height = textTop + count * _lineHeight + (isLast ? look.Padding : 0);
        var marks = new List<Mark>(cells.Count + 2);
        AddGround(marks, height, isFirst, isLast);
        foreach (var cell in cells)
        {
            var last = Math.Min(cell.Lines.Count, firstLine + count);
            for (var line = firstLine; line < last; line++)
                AddLine(marks, cell, line, textTop + (line - firstLine) * _lineHeight);
        }
        return new Strip(height, marks);
    }

    private void AddGround(List<Mark> marks, float height, bool isFirst, bool isLast)
    {
        if (look.Fill is { } fill)
            marks.Add(Band(0, height, fill));
        if (isFirst && look.RuleAbove is { } above)
            marks.Add(Band(0, look.RuleWidth, above));
        if (isLast && look.RuleBelow is { } below)
            marks.Add(Band(height - look.RuleWidth, look.RuleWidth, below));
    }

    private static RectMark Band(float top, float height, SKColor colour) =>
        new(PageGeometry.Left, top, PageGeometry.ContentWidth, height, colour);

    private static void AddLine(List<Mark> marks, GridCell cell, int index, float top)
    {
        var text = cell.Lines[index];
        var signRoom = cell.Tone == Tone.Plain ? 0 : ToneSignMark.Room;
        var start = TextLines.Align(cell.Left + signRoom, cell.Width - signRoom, cell.Style.Measure(text), cell.Alignment);
        if (signRoom > 0 && index == 0)
            marks.Add(new ToneSignMark(cell.Tone, start - signRoom + 4, top + cell.Style.LineHeight / 2));
        if (text.Length > 0)
            marks.Add(new TextMark(text, start, top, cell.Style));
    }
}
