using SkiaSharp;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>A small picture of a picture, upright as its camera meant it.</summary>
public static class Thumbnail
{
    public const int Side = 320;
    public const string MediaType = "image/webp";

    private const int Quality = 75;

    /// <summary>JPEG and WebP are decoded at a fraction of their size; of what is decoded whole, no more than 100 MB of it.</summary>
    private const long MaxDecodedPixels = 25_000_000;

    /// <summary>Beyond any camera: such a file was made to hurt.</summary>
    private const long MaxPixels = 200_000_000;

    /// <returns>Null when the picture cannot be read or is too large to be looked at.</returns>
    public static byte[]? Make(Stream content)
    {
        using var codec = SKCodec.Create(content);
        if (codec is null || PixelsOf(codec.Info.Size) > MaxPixels)
        {
            return null;
        }

        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        using var decoded = Decode(codec);
        return decoded is null ? null : Draw(decoded, codec.EncodedOrigin, turned);
    }

    private static SKBitmap? Decode(SKCodec codec)
    {
        var scale = Math.Min(1f, Side / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(scale);
        if (PixelsOf(size) is 0 or > MaxDecodedPixels)
        {
            return null;
        }

        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        // A picture cut off half way still shows its upper half.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static byte[] Draw(SKBitmap decoded, SKEncodedOrigin origin, bool turned)
    {
        var scale = Math.Min(1f, Side / (float)Math.Max(decoded.Width, decoded.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(decoded.Width * scale)), Math.Max(1, (int)Math.Round(decoded.Height * scale)));
        using var surface = SKSurface.Create(turned ? new SKImageInfo(height, width) : new SKImageInfo(width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.Concat(Upright(origin, width, height));
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var small = surface.Snapshot();
        using var data = small.Encode(SKEncodedImageFormat.Webp, Quality);
        return data.ToArray();
    }

    /// <summary>From the picture as stored to the picture as meant.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static long PixelsOf(SKSizeI size) => (long)size.Width * size.Height;
}
