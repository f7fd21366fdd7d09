namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>Sorting as it stands in addresses: "nilai" or "-nilai"; an area by its code, "A.5".</summary>
public static class SortWords
{
    private static readonly (ReadinessSort Sort, string Key)[] Keys =
    [
        (ReadinessSort.Unit, "unit"),
        (ReadinessSort.Status, "status"),
        (ReadinessSort.Total, "nilai"),
        (ReadinessSort.Completeness, "kelengkapan"),
        (ReadinessSort.Gates, "syarat"),
        (ReadinessSort.Turn, "giliran"),
    ];

    /// <returns>By unit when the text names no column.</returns>
    public static (ReadinessSort Sort, bool Descending, string? Area) Read(string? text)
    {
        var descending = text?.StartsWith('-') ?? false;
        var key = text?.TrimStart('-');
        var known = Keys.FirstOrDefault(pair => pair.Key == key);
        return known.Key is not null ? (known.Sort, descending, null)
            : key is { Length: > 0 } && char.IsAsciiLetterUpper(key[0]) ? (ReadinessSort.Area, descending, key)
            : (ReadinessSort.Unit, descending, null);
    }

    /// <summary>What a click on a column's head asks for: that column, or the other way round when it already leads.</summary>
    public static string Next(ReadinessFilter now, ReadinessSort sort, string? area = null)
    {
        var key = area ?? Keys.First(pair => pair.Sort == sort).Key;
        return Leads(now, sort, area) && !now.Descending ? "-" + key : key;
    }

    public static string? AriaOf(ReadinessFilter now, ReadinessSort sort, string? area = null) =>
        !Leads(now, sort, area) ? null : now.Descending ? "descending" : "ascending";

    private static bool Leads(ReadinessFilter now, ReadinessSort sort, string? area) => now.Sort == sort && (area is null || now.Area == area);
}
