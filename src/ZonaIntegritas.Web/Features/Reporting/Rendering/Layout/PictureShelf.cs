using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Layout;

/// <summary>Opens a document's pictures and holds them until it is drawn.</summary>
public sealed class PictureShelf : IDisposable
{
    // A file of a few kilobytes can claim a picture that fills the memory.
    private const long MostPixels = 40_000_000;

    // 300 dots per inch across the text width; more only makes the file heavy.
    private const int WidestPixels = 2_000;

    private readonly List<SKImage> _pictures = [];

    /// <summary>The picture, or null when the bytes are missing, broken, cut off or too large.</summary>
    public SKImage? Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || !IsWhole(bytes.Span))
            return null;
        var picture = SKImage.FromEncodedData(bytes.Span);
        if (picture is null)
            return null;
        if (picture.Width > WidestPixels)
            picture = Reduce(picture);
        _pictures.Add(picture);
        return picture;
    }

    public void Dispose() => _pictures.ForEach(picture => picture.Dispose());

    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels)
            return false;
        using var pixels = new SKBitmap(codec.Info);
        return codec.GetPixels(pixels.Info, pixels.GetPixels()) == SKCodecResult.Success;
    }

    private static SKImage Reduce(SKImage picture)
    {
        using var large = picture;
        var height = Math.Max(1, (int)((long)large.Height * WidestPixels / large.Width));
        using var surface = SKSurface.Create(new SKImageInfo(WidestPixels, height));
        surface.Canvas.DrawImage(large, SKRect.Create(WidestPixels, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }
}
