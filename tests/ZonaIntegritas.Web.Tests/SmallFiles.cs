using System.IO.Compression;

namespace ZonaIntegritas.Web.Tests;

/// <summary>The smallest files of each kind that the checks accept, made here so that a reader sees their bytes.</summary>
public static class SmallFiles
{
    public static byte[] Pdf => "%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n%%EOF\n"u8.ToArray();

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 2, 0, 0, 0xFF, 0xD9];

    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[17], 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    // RIFF, length of what follows (4 + 8 = 12), WEBP, one empty chunk.
    public static byte[] WebP => [.. "RIFF"u8, 12, 0, 0, 0, .. "WEBP"u8, .. "VP8 "u8, 0, 0, 0, 0];

    public static byte[] Docx => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Xlsx => Zip("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] Pptx => Zip("[Content_Types].xml", "ppt/presentation.xml");

    public static byte[] Zip(params IEnumerable<string> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                zip.CreateEntry(name, CompressionLevel.NoCompression);
            }
        }

        return bytes.ToArray();
    }
}
