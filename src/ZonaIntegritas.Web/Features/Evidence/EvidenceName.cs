using System.Globalization;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Turns whatever a browser sent as a name into one that is safe to show, store and offer for download.</summary>
public static class EvidenceName
{
    private const string Forbidden = "<>:\"|?*";

    /// <returns>The last path segment without control, direction and reserved characters; empty when nothing is left.</returns>
    public static string Clean(string? sent)
    {
        var last = ComposedText.Compose((sent ?? "").Split('/', '\\')[^1]);
        var kept = new string([.. last.Where(Allowed)]).Trim(' ', '.');
        return kept.Length <= EvidenceVersion.NameMaxLength ? kept : Shorten(kept);
    }

    private static bool Allowed(char letter) =>
        !Forbidden.Contains(letter)
        // Format characters include the right-to-left override that makes "exe.fdp" look like "pdf.exe".
        && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
        {
            extension = "";
        }

        var stem = name[..(EvidenceVersion.NameMaxLength - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
