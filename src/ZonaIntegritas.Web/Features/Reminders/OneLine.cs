using System.Globalization;

namespace ZonaIntegritas.Web.Features.Reminders;

internal static class OneLine
{
    /// <summary>What stands in a header or a salutation takes no line breaks and no invisible characters.</summary>
    public static string Of(string text)
    {
        var visible = text.Select(letter => IsInvisible(letter) ? ' ' : letter).ToArray();
        return string.Join(' ', new string(visible).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsInvisible(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
