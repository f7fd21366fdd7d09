using System.Globalization;
using System.Text;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering.Text;

/// <summary>
/// Makes any text drawable: what comes out holds only characters of the font and line feeds. Direction
/// overrides disappear, because they would let a name read differently on paper than in the data.
/// </summary>
public static class TextCleaner
{
    /// <summary>Stands for one or more characters that the font cannot draw.</summary>
    public const char Unknown = '\u25A1';

    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        return IsClean(text) ? text : Rebuild(Compose(text));
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (character != '\n' && (!FontFace.Regular.Has(character) || IsSpecial(character)))
                return false;
        }
        return true;
    }

    private static bool IsSpecial(char character) =>
        char.IsControl(character) || character is '\u00AD' or '\u2028' or '\u2029' or '\u202F'
        || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    // Lone surrogates make Normalize throw; enumerating runes has replaced them before.
    private static string Compose(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return ComposedText.Compose(whole.ToString());
    }

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\r')
                AppendLineFeed(clean, text, i);
            else if (Substitute(character) is { } substitute && !RepeatsUnknown(clean, substitute))
                clean.Append(substitute);
        }
        return clean.ToString();
    }

    private static void AppendLineFeed(StringBuilder clean, string text, int index)
    {
        if (index + 1 == text.Length || text[index + 1] != '\n')
            clean.Append('\n');
    }

    private static bool RepeatsUnknown(StringBuilder clean, char substitute) =>
        substitute == Unknown && clean.Length > 0 && clean[^1] == Unknown;

    private static char? Substitute(char character) => character switch
    {
        '\n' or '\u2028' or '\u2029' => '\n',
        '\u202F' => '\u00A0',
        '\u00AD' => null,
        _ when char.IsControl(character) => ' ',
        _ when IsInvisible(character) => null,
        _ when FontFace.Regular.Has(character) => character,
        _ when char.IsWhiteSpace(character) => ' ',
        _ => Unknown,
    };

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
