using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>A place on the page's width and the strip's height.</summary>
public readonly record struct Spot(float X, float Y);

/// <summary>A line through two or more places.</summary>
public sealed record PolylineMark(IReadOnlyList<Spot> Spots, LineLook Look) : Mark
{
    private const float Width = 1.6f;

    public override void Paint(Easel easel, float top)
    {
        if (Spots.Count < 2)
            return;
        using var builder = new SKPathBuilder();
        builder.MoveTo(Spots[0].X, top + Spots[0].Y);
        foreach (var spot in Spots.Skip(1))
            builder.LineTo(spot.X, top + spot.Y);
        using var line = builder.Detach();
        var brush = easel.Stroke(Look.Colour, Width);
        using var dashes = Look.Dashes.Count == 0 ? null : SKPathEffect.CreateDash([.. Look.Dashes], 0);
        brush.PathEffect = dashes;
        easel.Canvas.DrawPath(line, brush);
        // The brush is everybody's.
        brush.PathEffect = null;
    }
}

/// <summary>A point on a line, in its series' shape, with a pale edge that lifts it off the line.</summary>
public sealed record PointMark(Spot Spot, LineLook Look) : Mark
{
    private const float Radius = 2.9f;
    private const float Edge = 0.9f;

    public override void Paint(Easel easel, float top)
    {
        Fill(easel, top, Radius + Edge, Palette.Paper);
        Fill(easel, top, Radius, Look.Colour);
    }

    private void Fill(Easel easel, float top, float radius, SKColor colour)
    {
        var (x, y) = (Spot.X, top + Spot.Y);
        var brush = easel.Fill(colour);
        switch (Look.Shape)
        {
            case PointShape.Disc:
                easel.Canvas.DrawCircle(x, y, radius, brush);
                break;
            case PointShape.Square:
                easel.Canvas.DrawRect(x - radius * 0.9f, y - radius * 0.9f, radius * 1.8f, radius * 1.8f, brush);
                break;
            case PointShape.Triangle:
                FillShape(easel, brush, new(x, y - radius * 1.2f), new(x + radius * 1.1f, y + radius * 0.9f), new(x - radius * 1.1f, y + radius * 0.9f));
                break;
            case PointShape.Diamond:
                FillShape(easel, brush, new(x, y - radius * 1.25f), new(x + radius * 1.25f, y), new(x, y + radius * 1.25f), new(x - radius * 1.25f, y));
                break;
        }
    }

    private static void FillShape(Easel easel, SKPaint brush, params SKPoint[] corners)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly(corners, close: true);
        using var shape = builder.Detach();
        easel.Canvas.DrawPath(shape, brush);
    }
}
