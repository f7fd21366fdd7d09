using SkiaSharp;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>Turns an uploaded logo into a clean PNG of a size that paper needs.</summary>
public static class LogoPicture
{
    // A logo is printed 54 points wide; this is 600 dots per inch.
    private const int WidestPixels = 450;

    /// <returns>Null when the bytes are no whole PNG or JPEG. Nothing of the file but its picture is kept.</returns>
    public static byte[]? Redraw(byte[] file)
    {
        if (!IsPngOrJpeg(file) || !PictureShelf.IsWhole(file))
            return null;
        using var picture = SKImage.FromEncodedData(file);
        if (picture is null)
            return null;
        var scale = Math.Min(1f, (float)WidestPixels / Math.Max(picture.Width, picture.Height));
        var info = new SKImageInfo(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.DrawImage(picture, SKRect.Create(info.Width, info.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var clean = surface.Snapshot();
        using var png = clean.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static bool IsPngOrJpeg(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] or [0xFF, 0xD8, 0xFF, ..];
}
