using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

/// <summary>One line of cleaned text; <paramref name="LineTop"/> is the top of its line, not its baseline.</summary>
public sealed record TextMark(string Text, float Left, float LineTop, TextStyle Style) : Mark
{
    public override void Paint(Easel easel, float top)
    {
        if (Text.Length > 0)
        {
            easel.Canvas.DrawText(Text, Left, top + LineTop + Style.Baseline, SKTextAlign.Left, Style.Font,
                easel.Fill(Style.Colour));
        }
    }
}

/// <summary>A filled rectangle; rules are thin ones.</summary>
public sealed record RectMark(float Left, float Top, float Width, float Height, SKColor Colour) : Mark
{
    public override void Paint(Easel easel, float top) =>
        easel.Canvas.DrawRect(Left, top + Top, Width, Height, easel.Fill(Colour));
}

/// <summary>An outlined rectangle, lying wholly inside its edges.</summary>
public sealed record FrameMark(float Left, float Top, float Width, float Height, SKColor Colour) : Mark
{
    private const float LineWidth = 0.75f;

    public override void Paint(Easel easel, float top) => easel.Canvas.DrawRect(
        Left + LineWidth / 2, top + Top + LineWidth / 2, Width - LineWidth, Height - LineWidth,
        easel.Stroke(Colour, LineWidth));
}

public sealed record PictureMark(SKImage Picture, float Left, float Top, float Width, float Height) : Mark
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public override void Paint(Easel easel, float top) => easel.Canvas.DrawImage(
        Picture, SKRect.Create(Left, top + Top, Width, Height), Smooth, easel.Fill(SKColors.Black));
}

/// <summary>Draws nothing: the place a bookmark leads to.</summary>
public sealed record BookmarkMark(int Level, string Text) : Mark
{
    public override void Paint(Easel easel, float top) => easel.AddBookmark(Level, Text, PageGeometry.Left, top);
}
