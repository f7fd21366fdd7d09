using System.Globalization;
using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

public enum PointShape
{
    Disc,
    Square,
    Triangle,
    Diamond,
}

/// <summary>How a line is told from its neighbours: by dashes and by the shape of its points, colour only helps.</summary>
/// <param name="Dashes">Lengths in points of line and gap by turns; empty for a whole line.</param>
public sealed record LineLook(SKColor Colour, IReadOnlyList<float> Dashes, PointShape Shape)
{
    private static readonly LineLook[] Looks =
    [
        new(Palette.Frame, [], PointShape.Disc),
        new(new SKColor(0x8A, 0x50, 0x0B), [6, 3], PointShape.Square),
        new(new SKColor(0x5B, 0x3A, 0x8C), [2, 2], PointShape.Triangle),
        new(Palette.Muted, [8, 3, 2, 3], PointShape.Diamond),
    ];

    /// <summary>The colour as a browser writes it.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Colour.Red:x2}{Colour.Green:x2}{Colour.Blue:x2}");

    public static LineLook Of(int series) => Looks[series % Looks.Length];
}
