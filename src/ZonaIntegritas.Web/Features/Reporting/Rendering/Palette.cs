using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>Print colours. Tones differ in darkness too, so that a grey copy keeps them apart.</summary>
public static class Palette
{
    public static readonly SKColor Frame = new(0x0F, 0x4C, 0x5C);
    public static readonly SKColor Accent = new(0xC9, 0x82, 0x2B);
    public static readonly SKColor Ink = new(0x1B, 0x24, 0x28);
    public static readonly SKColor Muted = new(0x55, 0x62, 0x68);
    public static readonly SKColor Hairline = new(0xC9, 0xD2, 0xD6);
    public static readonly SKColor HeadTint = new(0xE6, 0xEE, 0xF0);
    public static readonly SKColor GroupTint = new(0xF3, 0xF6, 0xF7);
    public static readonly SKColor Paper = SKColors.White;

    public static SKColor Of(Tone tone) => tone switch
    {
        Tone.Plain => Frame,
        Tone.Met => new SKColor(0x1C, 0x62, 0x3A),
        Tone.Near => Accent,
        Tone.Below => new SKColor(0x9B, 0x1F, 0x27),
        Tone.None => new SKColor(0x6B, 0x76, 0x80),
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };

    /// <summary>Ground under a figure: each darker than the one before, so that a grey copy keeps them apart.</summary>
    public static SKColor TintOf(Tone tone) => tone switch
    {
        Tone.Plain or Tone.None => Paper,
        Tone.Met => new SKColor(0xE7, 0xF3, 0xEA),
        Tone.Near => new SKColor(0xF6, 0xDC, 0xB4),
        Tone.Below => new SKColor(0xEB, 0xB4, 0xB2),
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };
}
