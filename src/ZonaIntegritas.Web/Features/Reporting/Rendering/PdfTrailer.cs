using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>The end of a PDF as Skia writes it: one classic cross-reference table and its trailer.</summary>
public sealed partial record PdfTrailer(int TableStart, int Size, int RootNumber, string KeptEntries)
{
    private const int EntryLength = 20;

    public static PdfTrailer Read(ReadOnlySpan<byte> pdf)
    {
        var tail = Encoding.Latin1.GetString(pdf[pdf.LastIndexOf("trailer"u8)..]);
        var root = RootEntry().Match(tail);
        var kept = string.Join('\n', KeptEntry().Matches(tail).Select(match => match.Value));
        return new PdfTrailer(Number(StartEntry().Match(tail)), Number(SizeEntry().Match(tail)), Number(root), kept);
    }

    /// <summary>An object's text between "obj" and "endobj".</summary>
    public string ReadObject(ReadOnlySpan<byte> pdf, int number)
    {
        var table = pdf[TableStart..];
        var firstEntry = table.IndexOf("0000000000 65535 f"u8);
        var entry = table.Slice(firstEntry + number * EntryLength, 10);
        var body = pdf[int.Parse(entry, CultureInfo.InvariantCulture)..];
        var from = body.IndexOf("obj"u8) + 3;
        var to = body.IndexOf("endobj"u8);
        return Encoding.Latin1.GetString(body[from..to]).Trim();
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartEntry();

    [GeneratedRegex(@"/(Root|Info) \d+ 0 R|/ID \[.*?\]", RegexOptions.Singleline)]
    private static partial Regex KeptEntry();
}
