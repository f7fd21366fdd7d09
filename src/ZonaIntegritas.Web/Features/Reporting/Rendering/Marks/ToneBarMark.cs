using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>A bar whose pattern tells its tone on a grey copy: solid, slanted lines, upright lines, empty.</summary>
public sealed record ToneBarMark(float Left, float Top, float Width, float Height, Tone Tone) : Mark
{
    private const float Outline = 0.9f;
    private const float SlantGap = 4.2f;
    private const float UprightGap = 3;

    public override void Paint(Easel easel, float top)
    {
        if (Width <= 0)
            return;
        var bar = SKRect.Create(Left, top + Top, Width, Height);
        var colour = Palette.Of(Tone);
        if (Tone is Tone.Met or Tone.Plain)
        {
            easel.Canvas.DrawRect(bar, easel.Fill(colour));
            return;
        }
        easel.Canvas.DrawRect(bar, easel.Fill(Palette.Paper));
        PaintPattern(easel, bar, colour);
        bar.Inflate(-Outline / 2, -Outline / 2);
        easel.Canvas.DrawRect(bar, easel.Stroke(colour, Outline));
    }

    private void PaintPattern(Easel easel, SKRect bar, SKColor colour)
    {
        if (Tone == Tone.None)
            return;
        var (gap, slant, width) = Tone == Tone.Near ? (SlantGap, bar.Height, 1.5f) : (UprightGap, 0f, 0.8f);
        using var builder = new SKPathBuilder();
        for (var x = bar.Left - slant + gap / 2; x < bar.Right; x += gap)
        {
            builder.MoveTo(x, bar.Bottom);
            builder.LineTo(x + slant, bar.Top);
        }
        using var lines = builder.Detach();
        easel.Canvas.Save();
        easel.Canvas.ClipRect(bar);
        easel.Canvas.DrawPath(lines, easel.Stroke(colour, width));
        easel.Canvas.Restore();
    }
}
