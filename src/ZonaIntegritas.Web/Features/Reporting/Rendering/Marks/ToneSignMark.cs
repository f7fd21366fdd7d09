using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>A small sign before a word: full disc with a tick, half disc, triangle pointing down, dash.</summary>
public sealed record ToneSignMark(Tone Tone, float CentreX, float CentreY) : Mark
{
    /// <summary>Width in points a sign takes, with the gap after it.</summary>
    public const float Room = 11;

    private const float Radius = 3.4f;

    public override void Paint(Easel easel, float top)
    {
        var centre = new SKPoint(CentreX, top + CentreY);
        var colour = Palette.Of(Tone);
        switch (Tone)
        {
            case Tone.Met:
                easel.Canvas.DrawCircle(centre, Radius, easel.Fill(colour));
                PaintTick(easel, centre);
                break;
            case Tone.Near:
                PaintHalfDisc(easel, centre, colour);
                break;
            case Tone.Below:
                PaintTriangle(easel, centre, colour);
                break;
            case Tone.None:
                easel.Canvas.DrawRect(centre.X - Radius, centre.Y - 0.6f, 2 * Radius, 1.2f, easel.Fill(colour));
                break;
        }
    }

    private static void PaintTick(Easel easel, SKPoint centre)
    {
        var brush = easel.Stroke(Palette.Paper, 1.1f);
        var knee = new SKPoint(centre.X - 0.5f, centre.Y + 1.4f);
        easel.Canvas.DrawLine(new SKPoint(centre.X - 1.9f, centre.Y + 0.1f), knee, brush);
        easel.Canvas.DrawLine(knee, new SKPoint(centre.X + 1.9f, centre.Y - 1.4f), brush);
    }

    private static void PaintHalfDisc(Easel easel, SKPoint centre, SKColor colour)
    {
        const float outline = 1;
        var circle = SKRect.Create(centre.X - Radius, centre.Y - Radius, 2 * Radius, 2 * Radius);
        easel.Canvas.DrawArc(circle, 90, 180, true, easel.Fill(colour));
        easel.Canvas.DrawCircle(centre, Radius - outline / 2, easel.Stroke(colour, outline));
    }

    private static void PaintTriangle(Easel easel, SKPoint centre, SKColor colour)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(centre.X - Radius, centre.Y - 2.6f);
        builder.LineTo(centre.X + Radius, centre.Y - 2.6f);
        builder.LineTo(centre.X, centre.Y + 3.2f);
        builder.Close();
        using var triangle = builder.Detach();
        easel.Canvas.DrawPath(triangle, easel.Fill(colour));
    }
}
