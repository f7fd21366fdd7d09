using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>The page being drawn, with the brushes every mark shares, and the bookmarks met so far.</summary>
public sealed class Easel : IDisposable
{
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };
    private readonly List<Bookmark> _bookmarks = [];

    /// <summary>Set by the renderer at the start of each page.</summary>
    public required SKCanvas Canvas { get; set; }

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public SKPaint Fill(SKColor colour)
    {
        _fill.Color = colour;
        return _fill;
    }

    /// <summary>A line brush; the width is in points.</summary>
    public SKPaint Stroke(SKColor colour, float width)
    {
        _stroke.Color = colour;
        _stroke.StrokeWidth = width;
        return _stroke;
    }

    public void AddBookmark(int level, string text, float left, float top)
    {
        var bookmark = new Bookmark(level, text, $"h{_bookmarks.Count + 1}");
        _bookmarks.Add(bookmark);
        Canvas.DrawNamedDestinationAnnotation(new SKPoint(left, top), bookmark.Destination);
    }

    public void Dispose()
    {
        _fill.Dispose();
        _stroke.Dispose();
    }
}

/// <summary>An entry of the reader's side panel, and the name of the place it leads to.</summary>
public sealed record Bookmark(int Level, string Text, string Destination);
