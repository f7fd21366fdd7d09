using System.IO.Compression;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Whether a file is what its name says and arrived whole, from its first and last bytes; nothing is decoded.</summary>
public static class EvidenceInspection
{
    private const int TailLength = 2048;

    /// <summary>An office file has some dozens of parts; thousands mean it was made to hurt whoever opens it.</summary>
    private const int MaxZipEntries = 10_000;

    private const long MaxUnpackedBytes = 2L * 1024 * 1024 * 1024;

    /// <param name="content">Seekable; its position is not kept.</param>
    /// <returns>Null when the file may be kept.</returns>
    public static Problem? ProblemOf(Stream content, EvidenceType type)
    {
        var kind = type.ToString().ToUpperInvariant();
        if (content.Length == 0)
        {
            return EvidenceProblems.Empty;
        }

        var (head, tail) = (Read(content, 0, 16), Read(content, Math.Max(0, content.Length - TailLength), TailLength));
        if (!StartsAs(type, head))
        {
            return EvidenceProblems.ContentDiffers(kind);
        }

        return EndsAs(type, tail, content) ? null : EvidenceProblems.Damaged(kind);
    }

    private static bool StartsAs(EvidenceType type, ReadOnlySpan<byte> head) => type switch
    {
        EvidenceType.Pdf => head.StartsWith("%PDF-"u8),
        EvidenceType.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        EvidenceType.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        EvidenceType.WebP => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8),
        EvidenceType.Docx or EvidenceType.Xlsx or EvidenceType.Pptx => head.StartsWith("PK"u8),
        _ => true,
    };

    private static bool EndsAs(EvidenceType type, ReadOnlySpan<byte> tail, Stream content) => type switch
    {
        EvidenceType.Pdf => tail.IndexOf("%%EOF"u8) >= 0,
        // Cameras append data after the end marker, so it only has to be near the end.
        EvidenceType.Jpeg => tail.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
        EvidenceType.Png => tail.IndexOf("IEND"u8) >= 0,
        EvidenceType.WebP => content.Length >= RiffLength(content),
        EvidenceType.Docx => IsOfficeFile(content, "word/"),
        EvidenceType.Xlsx => IsOfficeFile(content, "xl/"),
        EvidenceType.Pptx => IsOfficeFile(content, "ppt/"),
        _ => true,
    };

    private static long RiffLength(Stream content) => 8L + BitConverter.ToUInt32(Read(content, 4, 4));

    private static bool IsOfficeFile(Stream content, string mainFolder)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= MaxZipEntries
                && zip.Entries.Sum(entry => (decimal)entry.Length) <= MaxUnpackedBytes
                && zip.GetEntry("[Content_Types].xml") is not null
                && zip.Entries.Any(entry => entry.FullName.StartsWith(mainFolder, StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Read(Stream content, long from, int count)
    {
        content.Position = from;
        var buffer = new byte[count];
        return buffer[..content.ReadAtLeast(buffer, count, throwOnEndOfStream: false)];
    }
}
