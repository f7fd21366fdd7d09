using System.Buffers.Binary;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Walks the segments of a JPEG up to its first scan, then looks for the end marker.</summary>
internal static class JpegContent
{
    /// <summary>Profiles and previews come in segments of 64 KB at most; 4.096 of them are 250 MB.</summary>
    private const int MaxSegments = 5_000;

    private const byte StartOfScan = 0xDA;

    public static PictureLook Look(ContentReader file)
    {
        if (file.Read(0, 3) is not [0xFF, 0xD8, 0xFF])
        {
            return PictureLook.OfAnotherKind;
        }

        var (width, height, at) = (0, 0, 2L);
        for (var segment = 0; segment < MaxSegments; segment++)
        {
            if (file.Read(at, 9) is not [0xFF, var marker, ..] head)
            {
                return PictureLook.Broken;
            }

            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == StartOfScan)
            {
                return new(true, HasEnd(file, at), width, height);
            }

            if (IsFrame(marker) && head.Length == 9)
            {
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(5)), BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(7)));
            }

            at += head.Length < 4 ? file.Length : 2 + BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
        }

        return PictureLook.Broken;
    }

    // Inside a scan 0xFF is always followed by 0 or a restart marker, so this is the end marker. What telephones append
    // after it (a short film, a depth map) is of any length and does no harm.
    private static bool HasEnd(ContentReader file, long scan) => file.Find([0xFF, 0xD9], scan, file.Length) is not null;

    // SOF0..SOF15 without DHT, JPG and DAC, which share the row.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
