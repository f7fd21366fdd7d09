using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

/// <summary>A face at a size with its line height, both in points, and its colour.</summary>
public sealed class TextStyle(FontFace face, float size, float lineHeight, SKColor colour)
{
    // Inter's own ascent and descent, as shares of the size.
    private const float Ascent = 0.969f;
    private const float Descent = 0.241f;

    public static TextStyle AgencyMinor { get; } = new(FontFace.SemiBold, 11, 15, Palette.Ink);
    public static TextStyle AgencyMajor { get; } = new(FontFace.Bold, 14, 18, Palette.Frame);
    public static TextStyle Address { get; } = new(FontFace.Regular, 8, 11, Palette.Muted);
    public static TextStyle Title { get; } = new(FontFace.Bold, 13.5f, 18.5f, Palette.Ink);
    public static TextStyle Subtitle { get; } = new(FontFace.Regular, 10, 14.5f, Palette.Muted);
    public static TextStyle Heading1 { get; } = new(FontFace.Bold, 12.5f, 17, Palette.Frame);
    public static TextStyle Heading2 { get; } = new(FontFace.SemiBold, 11, 15, Palette.Frame);
    public static TextStyle Heading3 { get; } = new(FontFace.SemiBold, 10, 14.5f, Palette.Ink);
    public static TextStyle Body { get; } = new(FontFace.Regular, 9.5f, 14.5f, Palette.Ink);
    public static TextStyle BodyStrong { get; } = new(FontFace.SemiBold, 9.5f, 14.5f, Palette.Ink);
    public static TextStyle BodyMuted { get; } = new(FontFace.Regular, 9.5f, 14.5f, Palette.Muted);
    public static TextStyle Verdict { get; } = new(FontFace.SemiBold, 10.5f, 15.5f, Palette.Ink);
    public static TextStyle Cell { get; } = new(FontFace.Regular, 8.5f, 12, Palette.Ink);
    public static TextStyle CellStrong { get; } = new(FontFace.SemiBold, 8.5f, 12, Palette.Ink);
    public static TextStyle CellHead { get; } = new(FontFace.SemiBold, 8.5f, 12, Palette.Frame);
    public static TextStyle Caption { get; } = new(FontFace.SemiBold, 8.5f, 12, Palette.Muted);
    public static TextStyle Small { get; } = new(FontFace.Regular, 7.5f, 10.5f, Palette.Muted);
    public static TextStyle SmallStrong { get; } = new(FontFace.SemiBold, 7.5f, 10.5f, Palette.Muted);
    public static TextStyle SmallHead { get; } = new(FontFace.SemiBold, 7.5f, 10.5f, Palette.Frame);
    public static TextStyle SmallInk { get; } = new(FontFace.Regular, 7.5f, 10.5f, Palette.Ink);

    public FontFace Face { get; } = face;

    public float Size { get; } = size;

    public float LineHeight { get; } = lineHeight;

    public SKColor Colour { get; } = colour;

    /// <summary>The engine's font, shared by all documents; it is never changed after this.</summary>
    public SKFont Font { get; } = new(face.Typeface, size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };

    /// <summary>Distance in points from the top of a line to its baseline.</summary>
    public float Baseline => (LineHeight - (Ascent + Descent) * Size) / 2 + Ascent * Size;

    public float Measure(ReadOnlySpan<char> text) => Face.Measure(text, Size);
}
