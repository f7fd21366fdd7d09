using System.Buffers.Binary;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>
/// Finds what the camera wrote into a picture, without decoding it. Every length comes from a file that anybody may
/// have made: none is believed beyond <see cref="MaxBytes"/>, and the walk takes a bounded number of steps.
/// </summary>
public static class ExifBlock
{
    private const int MaxBytes = 256 * 1024;
    private const int MaxSteps = 4096;

    /// <summary>Begins as a TIFF file does; null when there is none or the file is not what it should be.</summary>
    public static byte[]? Find(Stream content, EvidenceType type)
    {
        var found = type switch
        {
            EvidenceType.Jpeg => InJpeg(content),
            EvidenceType.Png => InPng(content),
            EvidenceType.WebP => InWebP(content),
            EvidenceType.Heic => HeicExif.Find(content),
            _ => null,
        };
        return found is null ? null : WithoutName(found);
    }

    /// <returns>Null when the file ends before, or more is asked for than anybody needs.</returns>
    internal static byte[]? Read(Stream content, long at, long count)
    {
        if (count is < 1 or > MaxBytes || at < 0 || at + count > content.Length)
        {
            return null;
        }

        content.Position = at;
        var bytes = new byte[count];
        return content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? bytes : null;
    }

    private static byte[] WithoutName(byte[] block) => block.AsSpan().StartsWith("Exif\0\0"u8) ? block[6..] : block;

    private static byte[]? InJpeg(Stream content)
    {
        long at = 2;
        for (var step = 0; step < MaxSteps && Read(content, at, 4) is [0xFF, var marker, ..] head && marker is not (0xDA or 0xD9); step++)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            if (marker == 0xE1 && Read(content, at + 4, length - 2) is { } block && block.AsSpan().StartsWith("Exif\0\0"u8))
            {
                return block;
            }

            at += 2 + Math.Max(length, (ushort)2);
        }

        return null;
    }

    private static byte[]? InPng(Stream content)
    {
        long at = 8;
        for (var step = 0; step < MaxSteps && Read(content, at, 8) is { } head; step++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4).SequenceEqual("eXIf"u8))
            {
                return Read(content, at + 8, length);
            }

            at += 12L + length;
        }

        return null;
    }

    private static byte[]? InWebP(Stream content)
    {
        long at = 12;
        for (var step = 0; step < MaxSteps && Read(content, at, 8) is { } head; step++)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (head.AsSpan(0, 4).SequenceEqual("EXIF"u8))
            {
                return Read(content, at + 8, length);
            }

            // Chunks begin at even places.
            at += 8L + length + (length & 1);
        }

        return null;
    }
}
