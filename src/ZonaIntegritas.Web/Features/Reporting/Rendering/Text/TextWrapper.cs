using System.Buffers;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

/// <summary>Breaks text into lines that fit a width, at spaces where possible and inside words where not.</summary>
public static class TextWrapper
{
    private const float Tolerance = 0.01f;
    private const string Ellipsis = "…";

    private static readonly SearchValues<char> Seams = SearchValues.Create("/-_.,?&=");

    /// <summary>Lines of the cleaned text; at least one, perhaps empty. Width in points.</summary>
    public static IReadOnlyList<string> Wrap(string? text, TextStyle style, float width)
    {
        var clean = TextCleaner.Clean(text);
        if (!clean.Contains('\n'))
            return WrapLine(clean, style, width);
        return [.. clean.Split('\n').SelectMany(line => WrapLine(line, style, width))];
    }

    /// <summary>The text on one line, cut with an ellipsis when it is wider than the width in points.</summary>
    public static string Shorten(string? text, TextStyle style, float width)
    {
        var clean = TextCleaner.Clean(text).ReplaceLineEndings(" ");
        if (style.Measure(clean) <= width + Tolerance)
            return clean;
        var room = width - style.Measure(Ellipsis);
        return string.Concat(clean.AsSpan(0, CountFitting(clean, style, room)).TrimEnd(), Ellipsis);
    }

    private static List<string> WrapLine(string text, TextStyle style, float width)
    {
        if (style.Measure(text) <= width + Tolerance)
            return [text];

        var lines = new List<string>();
        int start = 0, end = 0;
        foreach (var word in text.AsSpan().Split(' '))
        {
            var (from, to) = (word.Start.Value, word.End.Value);
            if (from == to || from < end)
                continue;
            to = WithPercentSign(text, to);
            if (end > start && style.Measure(text.AsSpan(start, to - start)) > width + Tolerance)
            {
                lines.Add(text[start..end]);
                start = end;
            }
            if (end == start)
                start = BreakWord(text, from, to, style, width, lines);
            end = to;
        }
        if (end > start)
            lines.Add(text[start..end]);
        return lines;
    }

    // A figure and its "%" stand on one line.
    private static int WithPercentSign(string text, int to)
    {
        if (!text.AsSpan(to).StartsWith(" %", StringComparison.Ordinal))
            return to;
        var next = text.IndexOf(' ', to + 1);
        return next < 0 ? text.Length : next;
    }

    // Adds full lines of a word too long for one, and returns where its last, shorter piece begins.
    private static int BreakWord(string text, int from, int to, TextStyle style, float width, List<string> lines)
    {
        while (style.Measure(text.AsSpan(from, to - from)) > width + Tolerance && to - from > 1)
        {
            var rest = text.AsSpan(from, to - from);
            var length = PreferSeam(rest, Math.Max(1, CountFitting(rest, style, width)));
            lines.Add(text.Substring(from, length));
            from += length;
        }
        return from;
    }

    private static int CountFitting(ReadOnlySpan<char> text, TextStyle style, float width)
    {
        var used = 0f;
        for (var i = 0; i < text.Length; i++)
        {
            used += style.Measure(text.Slice(i, 1));
            if (used > width + Tolerance)
                return i;
        }
        return text.Length;
    }

    // Addresses and compounds read better when cut after their own joints.
    private static int PreferSeam(ReadOnlySpan<char> word, int length)
    {
        var seam = word[..length].LastIndexOfAny(Seams) + 1;
        return seam >= length / 3f && seam > 0 ? seam : length;
    }
}
