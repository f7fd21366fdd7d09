using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>A QR as vector squares, sharp at every size; touching it opens the address on screen.</summary>
public sealed record QrMark(QrPattern Pattern, string Url, float Left, float Top, float Side) : Mark
{
    // Rows reach a hair into the next, or viewers show light seams between them.
    private const float Overlap = 0.03f;

    public override void Paint(Easel easel, float top)
    {
        var square = Side / Pattern.Size;
        using var builder = new SKPathBuilder();
        foreach (var run in Pattern.Runs)
            builder.AddRect(SKRect.Create(Left + run.Column * square, top + Top + run.Row * square, run.Length * square, square * (1 + Overlap)), SKPathDirection.Clockwise);
        using var squares = builder.Detach();
        easel.Canvas.DrawPath(squares, easel.Fill(SKColors.Black));
        easel.Canvas.DrawUrlAnnotation(SKRect.Create(Left, top + Top, Side, Side), Url);
    }
}
