using System.Buffers;
using System.Text;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Plain text: UTF-8, or the one-byte letters of older Windows programs; no page and no script.</summary>
internal static class TextContent
{
    private const int ChunkBytes = 128 * 1024;
    private const int BeginningBytes = 1024;

    // Tab, line feed, form feed, carriage return, and the end mark of DOS.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (byte)code).Except([(byte)9, (byte)10, (byte)12, (byte)13, (byte)26]), 127]);

    // No letters in Windows-1252.
    private static readonly SearchValues<byte> Unassigned = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    public static Problem? ProblemOf(ContentReader file, EvidenceType type)
    {
        var head = file.Read(0, BeginningBytes);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return ContentProblems.Utf16;
        }

        return IsMarkup(head) ? ContentProblems.Markup
            : IsOtherDocument(head) || !IsText(file) ? ContentProblems.Differs(file, type == EvidenceType.Csv ? "CSV" : "teks biasa")
            : null;
    }

    /// <summary>HTML, SVG, XML, PHP and scripts, by how they begin; a table may well hold a "&lt;" further down.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        var text = Beginning(head);
        return text.StartsWith("#!"u8)
            || (text.Length >= 2 && text[0] == (byte)'<' && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'!' or (byte)'?' or (byte)'/' or (byte)'%'));
    }

    private static bool IsOtherDocument(ReadOnlySpan<byte> head)
    {
        var text = Beginning(head);
        return text.StartsWith("%PDF-"u8) || text.StartsWith("%!PS"u8) || text.StartsWith("{\\rtf"u8);
    }

    private static ReadOnlySpan<byte> Beginning(ReadOnlySpan<byte> head) =>
        (head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart(" \t\r\n\f"u8);

    private static bool IsText(ContentReader file)
    {
        var (bytes, letters) = (ArrayPool<byte>.Shared.Rent(ChunkBytes), ArrayPool<char>.Shared.Rent(ChunkBytes + 1));
        try
        {
            var (stream, utf8, mayBeUtf8, mayBeWindows) = (file.From(0), new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder(), true, true);
            int read;
            while ((read = stream.ReadAtLeast(bytes.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false)) > 0)
            {
                var chunk = bytes.AsSpan(0, read);
                mayBeWindows = mayBeWindows && !chunk.ContainsAny(Unassigned);
                mayBeUtf8 = mayBeUtf8 && Decodes(utf8, chunk, letters, isLast: read < ChunkBytes);
                if (chunk.ContainsAny(Controls) || !(mayBeUtf8 || mayBeWindows))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static bool Decodes(Decoder utf8, ReadOnlySpan<byte> chunk, Span<char> letters, bool isLast)
    {
        try
        {
            utf8.GetChars(chunk, letters, isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
