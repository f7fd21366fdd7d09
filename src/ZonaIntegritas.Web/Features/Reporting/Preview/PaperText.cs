using ZonaIntegritas.Web.Features.Reporting.Documents;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>Words and classes of a paper on screen.</summary>
internal static class PaperText
{
    /// <summary>As printed: a name must not read differently on screen than on paper.</summary>
    public static string Of(string? text) => TextCleaner.Clean(text).Replace(" %", "\u00A0%", StringComparison.Ordinal);

    public static string ClassOf(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Left => "",
        ColumnAlignment.Centre => "centre",
        ColumnAlignment.Right => "num",
        _ => throw new ArgumentOutOfRangeException(nameof(alignment)),
    };

    public static string ClassOf(Tone tone) => tone switch
    {
        Tone.Plain => "plain",
        Tone.Met => "met",
        Tone.Near => "near",
        Tone.Below => "below",
        Tone.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };

    public static Tone ToneOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Normal or ParagraphStyle.Muted => Tone.Plain,
        ParagraphStyle.VerdictMet => Tone.Met,
        ParagraphStyle.VerdictNear => Tone.Near,
        ParagraphStyle.VerdictBelow => Tone.Below,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>A length for style and SVG attributes.</summary>
    public static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
