using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>
/// Text as cells hold it (ECMA-376, ST_Xstring): what XML cannot carry becomes <c>_x0000_</c>, and text that looks like
/// that already is guarded, so that every note comes back letter for letter.
/// </summary>
public static partial class BookText
{
    public static string Encode(string text)
    {
        var whole = Guarded().Replace(text, "_x005F_");
        var written = new StringBuilder(whole.Length);
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
            {
                written.Append(whole[i]).Append(whole[++i]);
            }
            else if (IsPlain(whole[i]))
            {
                written.Append(whole[i]);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)whole[i]:X4}_");
            }
        }

        return written.ToString();
    }

    public static string Decode(string cell) =>
        Escape().Replace(cell, found => ((char)int.Parse(found.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    /// <summary>What a spreadsheet would take for a formula as soon as somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>One way to break lines, as cells break them.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static bool IsPlain(char letter) => letter is '\t' or '\n' || (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE');

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Guarded();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
