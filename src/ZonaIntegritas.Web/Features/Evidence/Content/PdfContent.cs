using System.Buffers.Text;
using System.Text;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// A look at the two ends of a PDF and at the dictionary its end points to. Pages are not read: what a PDF shows is
/// drawn by the reader's own program in its sandbox.
/// </summary>
internal static class PdfContent
{
    /// <summary>How far readers look for the header: scanners and printers write a few lines before it.</summary>
    private const int HeadBytes = 1024;

    private const int TailBytes = 2048;

    /// <summary>A cross-reference table has 20 bytes for each object; the trailer stands behind it.</summary>
    private const int MaxTableBytes = 32 * 1024 * 1024;

    private const int DictionaryBytes = 16 * 1024;

    private static ReadOnlySpan<byte> ZipEnd => [0x50, 0x4B, 0x05, 0x06];

    public static Result<ContentWarning> Inspect(ContentReader file)
    {
        var head = file.Read(0, HeadBytes);
        var start = head.AsSpan().IndexOf("%PDF-"u8);
        if (start < 0 || !IsHarmless(head.AsSpan(0, start)))
        {
            return ContentProblems.Differs(file, "PDF");
        }

        var tail = file.Tail(TailBytes);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (tail.AsSpan(Math.Max(0, end)).IndexOf(ZipEnd) >= 0)
        {
            return ContentProblems.TwoKinds;
        }

        return (end < 0 ? null : TrailerOf(file, tail.AsSpan(0, end), start)) is { } trailer
            ? Encrypts(trailer) ? ContentWarning.PasswordProtected : ContentWarning.None
            : ContentWarning.Damaged;
    }

    /// <summary>Before the header only plain lines of a printer may stand: no page, no script, no other kind of file.</summary>
    private static bool IsHarmless(ReadOnlySpan<byte> before)
    {
        var text = before.StartsWith(Encoding.UTF8.Preamble) ? before[3..] : before;
        return !text.StartsWith("PK"u8) && !text.StartsWith("#!"u8) && !text.Contains((byte)'<')
            && text.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) is var first
            && (first < 0 || text[first..].IndexOfAnyExcept(PlainBytes) < 0);
    }

    // Printable ASCII, line ends, tab, and the escape that printer commands begin with.
    private static readonly System.Buffers.SearchValues<byte> PlainBytes =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(code => (byte)code), 9, 10, 12, 13, 0x1B]);

    /// <summary>The newest trailer dictionary, of either form; null when the end points nowhere.</summary>
    /// <param name="header">Offsets count from the header, though many writers count from the first byte of the file.</param>
    private static byte[]? TrailerOf(ContentReader file, ReadOnlySpan<byte> tail, int header)
    {
        var mark = tail.LastIndexOf("startxref"u8);
        if (mark < 0 || !Utf8Parser.TryParse(tail[(mark + 9)..].TrimStart(" \t\r\n"u8), out long offset, out _))
        {
            return null;
        }

        return DictionaryAt(file, offset) ?? (header > 0 ? DictionaryAt(file, offset + header) : null);
    }

    private static byte[]? DictionaryAt(ContentReader file, long offset)
    {
        var place = file.Read(offset, DictionaryBytes);
        var text = place.AsSpan().TrimStart(" \t\r\n\0"u8);
        if (text.StartsWith("xref"u8))
        {
            var until = offset + MaxTableBytes;
            return file.Find("trailer"u8, offset, until) is { } trailer ? Until("startxref"u8, file.Read(trailer, DictionaryBytes)) : null;
        }

        // "12 0 obj <<...>> stream": the table is packed into a stream, whose dictionary is the trailer.
        var isObject = !text.IsEmpty && char.IsAsciiDigit((char)text[0]) && text[..Math.Min(40, text.Length)].IndexOf("obj"u8) > 0;
        return isObject ? Until("stream"u8, place) : null;
    }

    private static byte[] Until(ReadOnlySpan<byte> end, byte[] bytes) =>
        bytes.AsSpan().IndexOf(end) is >= 0 and var length ? bytes[..length] : bytes;

    /// <summary>Whether "/Encrypt" stands there as a whole name; "/EncryptMetadata" is another.</summary>
    private static bool Encrypts(ReadOnlySpan<byte> dictionary)
    {
        var rest = dictionary;
        while (rest.IndexOf("/Encrypt"u8) is >= 0 and var at)
        {
            rest = rest[(at + 8)..];
            if (rest.IsEmpty || !char.IsAsciiLetterOrDigit((char)rest[0]))
            {
                return true;
            }
        }

        return false;
    }
}
