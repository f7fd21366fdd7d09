namespace ZonaIntegritas.Web.Data;

/// <summary>What a person types into a search box, made fit for LIKE.</summary>
public static class SearchText
{
    public const string Escape = "\\";

    private const int MaxLength = 100;

    /// <summary>Matches texts that contain this, letter for letter: % and _ mean themselves.</summary>
    public static string Containing(string? typed) => $"%{Exactly(typed)}%";

    /// <summary>Matches the same text, whatever its case.</summary>
    public static string Exactly(string? typed)
    {
        var text = (typed ?? "").Trim();
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        return text.Replace(Escape, @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
    }
}
