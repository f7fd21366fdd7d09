using System.Text;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>Text inside a PDF's own structure.</summary>
public static class PdfText
{
    /// <summary>A hexadecimal string in UTF-16 with its byte order mark: safe for every character.</summary>
    public static string Encode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A language tag reduced to the characters such tags may have, safe between parentheses.</summary>
    public static string LanguageTag(string tag) =>
        string.Concat(tag.Where(character => char.IsAsciiLetterOrDigit(character) || character == '-'));
}
