namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Names what a file most likely is, for the sentence that refuses it. Nothing is accepted by this.</summary>
internal static class Signatures
{
    private static readonly (byte[] Beginning, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "PDF"), ([0xFF, 0xD8, 0xFF], "JPG"), ([0x89, .. "PNG"u8], "PNG"), ("GIF8"u8.ToArray(), "GIF"), ("BM"u8.ToArray(), "BMP"),
        ("PK"u8.ToArray(), "arsip ZIP atau dokumen Office"), ("Rar!"u8.ToArray(), "arsip RAR"), ("7z"u8.ToArray(), "arsip 7z"), ([0x1F, 0x8B], "arsip GZIP"),
        ([0xD0, 0xCF, 0x11, 0xE0], "dokumen Office lama"), ("{\\rtf"u8.ToArray(), "RTF"), ("MZ"u8.ToArray(), "program"), ([0x7F, .. "ELF"u8], "program"),
        ("<"u8.ToArray(), "halaman web atau XML"), ("#!"u8.ToArray(), "skrip"),
    ];

    /// <returns>Null when it is nothing that is known.</returns>
    public static string? NameOf(byte[] head) => Known.FirstOrDefault(known => head.AsSpan().StartsWith(known.Beginning)).Name;
}
