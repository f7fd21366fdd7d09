using System.Buffers.Binary;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Reads the first chunk of a WebP, in each of its three forms.</summary>
internal static class WebPContent
{
    public static PictureLook Look(ContentReader file)
    {
        var head = file.Read(0, 30);
        if (head.Length < 12 || !head.AsSpan().StartsWith("RIFF"u8) || !head.AsSpan(8).StartsWith("WEBP"u8))
        {
            return PictureLook.OfAnotherKind;
        }

        var isWhole = file.Length >= 8L + BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        return head.Length < 25 || SizeOf(head.AsSpan(12)) is not { } size ? PictureLook.Broken : new(true, isWhole, size.Width, size.Height);
    }

    /// <param name="chunk">Name, length, content.</param>
    private static (long Width, long Height)? SizeOf(ReadOnlySpan<byte> chunk)
    {
        var content = chunk[8..];
        if (chunk.StartsWith("VP8X"u8) && content.Length >= 10)
        {
            return (1 + UInt24(content[4..]), 1 + UInt24(content[7..]));
        }

        if (chunk.StartsWith("VP8L"u8) && content.Length >= 5 && content[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
            return (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8) && content.Length >= 10 && content[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF)
            : null;
    }

    private static long UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
