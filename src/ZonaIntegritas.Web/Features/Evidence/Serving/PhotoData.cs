using System.Globalization;
using SkiaSharp;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>What a photo tells of itself: what its camera wrote, which is a hint and no proof. Read on demand, never kept or logged.</summary>
/// <param name="Taken">"17 Oktober 2024 08.15", as the camera's clock stood; null when it does not say.</param>
/// <param name="Place">"6,2088° LS, 106,8456° BT".</param>
public sealed record PhotoData(string? Taken, string? Camera, double? Latitude, double? Longitude, string? Place, int? Width, int? Height)
{
    public static bool MayBeIn(EvidenceType type) => type.IsImage() || type == EvidenceType.Heic;

    public static PhotoData Read(Stream content, EvidenceType type)
    {
        var exif = ExifBlock.Find(content, type) is { } block ? ExifTags.Read(block) : ExifTags.None;
        var (width, height) = type == EvidenceType.Heic ? (exif.Width, exif.Height) : SizeOf(content);
        return new(TakenOf(exif.Taken), CameraOf(exif), exif.Latitude, exif.Longitude, PlaceOf(exif.Latitude, exif.Longitude), width, height);
    }

    public static string? PlaceOf(double? latitude, double? longitude) => latitude is { } north && longitude is { } east
        ? $"{Degrees(north)} {(north < 0 ? "LS" : "LU")}, {Degrees(east)} {(east < 0 ? "BB" : "BT")}"
        : null;

    private static string Degrees(double value) => Math.Abs(value).ToString("0.0000", Indonesian.Culture) + "°";

    /// <summary>Cameras write "2024:10:17 08:15:00", and zeros when their clock was never set.</summary>
    private static string? TakenOf(string? written) =>
        DateTime.TryParseExact(written, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken)
            ? taken.ToString("d MMMM yyyy HH.mm", Indonesian.Culture)
            : null;

    /// <summary>Many write their maker into the model as well.</summary>
    private static string? CameraOf(ExifTags exif) =>
        exif.Model is null || exif.Make is null || exif.Model.StartsWith(exif.Make, StringComparison.OrdinalIgnoreCase)
            ? exif.Model ?? exif.Make
            : $"{exif.Make} {exif.Model}";

    private static (int?, int?) SizeOf(Stream content)
    {
        content.Position = 0;
        using var codec = SKCodec.Create(content);
        return codec is null ? (null, null)
            : codec.EncodedOrigin >= SKEncodedOrigin.LeftTop ? (codec.Info.Height, codec.Info.Width)
            : (codec.Info.Width, codec.Info.Height);
    }
}
