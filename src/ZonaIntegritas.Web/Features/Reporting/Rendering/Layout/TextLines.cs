using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Places wrapped lines inside a column. All measures in points.</summary>
public static class TextLines
{
    /// <summary>The left edge of a line of this width under the given alignment.</summary>
    public static float Align(float left, float width, float lineWidth, ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Left => left,
        ColumnAlignment.Centre => left + (width - lineWidth) / 2,
        ColumnAlignment.Right => left + width - lineWidth,
        _ => throw new ArgumentOutOfRangeException(nameof(alignment)),
    };

    /// <summary>Wraps text and places its lines one below the other from <paramref name="top"/> on.</summary>
    public static IReadOnlyList<TextMark> Place(string? text, TextStyle style, float left, float width, float top,
        ColumnAlignment alignment = ColumnAlignment.Left) =>
        [.. TextWrapper.Wrap(text, style, width).Select((line, i) => new TextMark(line,
            Align(left, width, style.Measure(line), alignment), top + i * style.LineHeight, style))];

    /// <summary>
    /// One strip per line. First and last lines keep a neighbour, so that no line stands alone on a page.
    /// </summary>
    public static IEnumerable<Strip> Flow(string text, TextStyle style, float spaceBefore,
        float left = PageGeometry.Left, float width = PageGeometry.ContentWidth,
        ColumnAlignment alignment = ColumnAlignment.Left)
    {
        var lines = TextWrapper.Wrap(text, style, width);
        for (var i = 0; i < lines.Count; i++)
        {
            var start = Align(left, width, style.Measure(lines[i]), alignment);
            yield return new Strip(style.LineHeight, [new TextMark(lines[i], start, 0, style)])
            {
                SpaceBefore = i == 0 ? spaceBefore : 0,
                KeepsWithNext = i < lines.Count - 1 && (i == 0 || i == lines.Count - 2),
            };
        }
    }

    /// <summary>The same strips, all bound to what follows them.</summary>
    public static IEnumerable<Strip> BoundToNext(this IEnumerable<Strip> strips) =>
        strips.Select(strip => strip with { KeepsWithNext = true });
}
