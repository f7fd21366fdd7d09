using System.Buffers.Binary;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Walks the chunks of a PNG from IHDR to IEND.</summary>
internal static class PngContent
{
    /// <summary>Usual writers make chunks of 8 KB and more; this many are far above 250 MB of them.</summary>
    private const int MaxChunks = 100_000;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureLook Look(ContentReader file)
    {
        var head = file.Read(0, 26);
        if (!head.AsSpan().StartsWith(Signature))
        {
            return PictureLook.OfAnotherKind;
        }

        if (head.Length < 26 || !head.AsSpan(8).StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 13, .. "IHDR"u8]))
        {
            return PictureLook.Broken;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)));
        return new(true, ReachesEnd(file), width, height);
    }

    private static bool ReachesEnd(ContentReader file)
    {
        long at = Signature.Length;
        for (var chunk = 0; chunk < MaxChunks && file.Read(at, 8) is { Length: 8 } head; chunk++)
        {
            // Length, name, content, checksum.
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return at <= file.Length;
            }
        }

        return false;
    }
}
