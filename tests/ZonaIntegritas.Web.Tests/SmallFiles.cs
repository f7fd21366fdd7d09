using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ZonaIntegritas.Web.Tests;

/// <summary>The smallest files of each kind that the checks accept, made here so that a reader sees their bytes.</summary>
public static class SmallFiles
{
    /// <summary>One empty page, with a table of its objects and an end that points to it.</summary>
    public static byte[] Pdf { get; } = MakePdf();

    /// <summary>One pixel as far as its head goes; nothing to draw.</summary>
    public static byte[] Jpeg => JpegOf(1, 1);

    /// <summary>One white pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    /// <summary>One pixel.</summary>
    public static byte[] WebP { get; } = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    /// <summary>Boxes of a photo without its picture.</summary>
    public static byte[] Heic => [.. Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1heic"u8]), .. Box("meta", new byte[4]), .. Box("mdat", new byte[8])];

    /// <summary>Boxes of a film without its pictures.</summary>
    public static byte[] Mp4 => [.. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp42"u8]), .. Box("mdat", new byte[8]), .. Box("moov", new byte[4])];

    public static byte[] Text => "Notulen rapat tim ZI\nHadir: 12 orang\n"u8.ToArray();

    public static byte[] Csv => "Bulan;Jumlah\nJanuari;12\n"u8.ToArray();

    public static byte[] Docx => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Xlsx => Zip("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] Pptx => Zip("[Content_Types].xml", "ppt/presentation.xml");

    public static byte[] Odt => OpenDocument("application/vnd.oasis.opendocument.text");

    public static byte[] Ods => OpenDocument("application/vnd.oasis.opendocument.spreadsheet");

    /// <summary>Two heads, a frame of this size, a scan and the end.</summary>
    public static byte[] JpegOf(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9,
    ];

    public static byte[] Box(string name, params byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 8 + content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(name), .. content];
    }

    public static byte[] OpenDocument(string mediaType, params IEnumerable<(string Name, byte[] Content)> more) =>
        ZipOf([("mimetype", Encoding.ASCII.GetBytes(mediaType)), ("content.xml", "<a/>"u8.ToArray()), .. more]);

    public static byte[] Zip(params IEnumerable<string> entries) => ZipOf(entries.Select(name => (name, Array.Empty<byte>())));

    public static byte[] ZipOf(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var part = zip.CreateEntry(name, content.Length < 100 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] MakePdf()
    {
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"];
        var (text, table) = (new StringBuilder("%PDF-1.7\n"), new StringBuilder("xref\n0 4\n0000000000 65535 f \n"));
        foreach (var (content, index) in objects.Select((content, index) => (content, index)))
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = text.Length;
        return Encoding.ASCII.GetBytes($"{text}{table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }
}
