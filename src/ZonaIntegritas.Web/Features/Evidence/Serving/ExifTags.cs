using System.Buffers.Binary;
using System.Text;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>The few tags of an Exif block (a small TIFF file, CIPA DC-008) that matter for evidence.</summary>
/// <param name="Taken">As written: "2024:10:17 08:15:00".</param>
public sealed record ExifTags(string? Taken, string? Make, string? Model, double? Latitude, double? Longitude, int? Width, int? Height)
{
    private const ushort MakeTag = 0x010F, ModelTag = 0x0110, ChangedTag = 0x0132, ExifTag = 0x8769, GpsTag = 0x8825;
    private const ushort TakenTag = 0x9003, WidthTag = 0xA002, HeightTag = 0xA003;

    public static ExifTags None { get; } = new(null, null, null, null, null, null, null);

    public static ExifTags Read(byte[] tiff)
    {
        if (tiff.Length < 8 || tiff is not ([(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..]))
        {
            return None;
        }

        var main = new Directory(tiff, Directory.Number(tiff, 4, 4));
        var exif = new Directory(tiff, main.Whole(ExifTag) ?? 0);
        var gps = new Directory(tiff, main.Whole(GpsTag) ?? 0);
        var (latitude, longitude) = (gps.Degrees(2, 1, "S", 90), gps.Degrees(4, 3, "W", 180));
        return new(
            exif.Words(TakenTag) ?? main.Words(ChangedTag), main.Words(MakeTag), main.Words(ModelTag),
            // Half a place is none.
            longitude is null ? null : latitude, latitude is null ? null : longitude,
            (int?)exif.Whole(WidthTag), (int?)exif.Whole(HeightTag));
    }

    /// <summary>One list of tags; an offset that leads nowhere is an empty one.</summary>
    private sealed class Directory(byte[] tiff, uint at)
    {
        private const int Ascii = 2, Short = 3, Long = 4, Rational = 5;

        public static uint Number(byte[] tiff, long at, int size)
        {
            if (at < 0 || at + size > tiff.Length)
            {
                return 0;
            }

            var bytes = tiff.AsSpan((int)at, size);
            var little = tiff[0] == 'I';
            return size == 2
                ? (little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes))
                : (little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        public uint? Whole(ushort tag) => Entry(tag) switch
        {
            { Type: Short } entry => Number(tiff, entry.At, 2),
            { Type: Long } entry => Number(tiff, entry.At, 4),
            _ => null,
        };

        public string? Words(ushort tag)
        {
            if (Entry(tag) is not { Type: Ascii } entry || entry.Count > 200 || entry.At + entry.Count > tiff.Length)
            {
                return null;
            }

            var text = Encoding.Latin1.GetString(tiff, (int)entry.At, (int)entry.Count).Split('\0')[0].Trim();
            return text.Length == 0 || text.Any(char.IsControl) ? null : text;
        }

        /// <summary>Degrees, minutes and seconds as one number, negative for the south and the west.</summary>
        public double? Degrees(ushort tag, ushort sideTag, string negative, int most)
        {
            if (Entry(tag) is not { Type: Rational, Count: 3 } entry)
            {
                return null;
            }

            var parts = Enumerable.Range(0, 3).Select(part => Number(tiff, entry.At + (part * 8), 4) / (double)Number(tiff, entry.At + (part * 8) + 4, 4)).ToArray();
            var degrees = parts[0] + (parts[1] / 60) + (parts[2] / 3600);
            return double.IsFinite(degrees) && degrees <= most ? (Words(sideTag) == negative ? -degrees : degrees) : null;
        }

        private (int Type, uint Count, long At)? Entry(ushort tag)
        {
            var entries = at == 0 ? 0 : Number(tiff, at, 2);
            for (var index = 0; index < entries; index++)
            {
                var entry = at + 2L + (index * 12L);
                if (Number(tiff, entry, 2) == tag)
                {
                    var (type, count) = ((int)Number(tiff, entry + 2, 2), Number(tiff, entry + 4, 4));
                    // What fits into four bytes stands in the entry itself.
                    var fits = count * (type switch { Ascii => 1L, Short => 2L, Rational => 8L, _ => 4L }) <= 4;
                    return (type, count, fits ? entry + 8 : Number(tiff, entry + 8, 4));
                }
            }

            return null;
        }
    }
}
