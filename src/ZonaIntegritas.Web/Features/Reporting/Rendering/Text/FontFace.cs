using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

/// <summary>
/// One weight of Inter, loaded once per process from the program itself. Widths of all characters are read at
/// load, because asking the engine for each word costs more than laying out the page.
/// </summary>
public sealed class FontFace
{
    private const int TableSize = 0x2800;
    private const float MeasuringSize = 1000;
    private const float Missing = -1;

    private readonly float[] _advances;

    private FontFace(SKTypeface typeface)
    {
        Typeface = typeface;
        _advances = ReadAdvances(typeface);
    }

    public static FontFace Regular { get; } = Load("Inter-Regular.ttf");

    public static FontFace SemiBold { get; } = Load("Inter-SemiBold.ttf");

    public static FontFace Bold { get; } = Load("Inter-Bold.ttf");

    public SKTypeface Typeface { get; }

    /// <summary>Whether the character can be drawn and, later, copied out of the file.</summary>
    public bool Has(char character) => character < TableSize && _advances[character] >= 0;

    /// <summary>Width in points of cleaned text at the given size in points.</summary>
    public float Measure(ReadOnlySpan<char> text, float size)
    {
        var sum = 0f;
        foreach (var character in text)
            sum += Has(character) ? _advances[character] : 1;
        return sum * size;
    }

    private static FontFace Load(string fileName)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"Font {fileName} is not embedded in the program.");
        using var data = SKData.Create(stream);
        return new FontFace(SKTypeface.FromData(data, 0));
    }

    private static float[] ReadAdvances(SKTypeface typeface)
    {
        using var font = new SKFont(typeface, MeasuringSize)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };
        var codepoints = Enumerable.Range(0, TableSize).ToArray();
        var glyphs = font.GetGlyphs(codepoints);
        var widths = font.GetGlyphWidths(glyphs);
        return [.. widths.Select((width, i) => glyphs[i] == 0 ? Missing : width / MeasuringSize)];
    }
}
