namespace ZonaIntegritas.Web.Features.Readiness.UnitList;

/// <summary>Sorting as it stands in addresses: "nilai" or "-nilai".</summary>
public static class SortWords
{
    private static readonly (ReadinessSort Sort, string Key)[] Keys =
    [
        (ReadinessSort.Unit, "unit"),
        (ReadinessSort.Status, "status"),
        (ReadinessSort.Total, "nilai"),
        (ReadinessSort.Completeness, "kelengkapan"),
        (ReadinessSort.Gates, "syarat"),
    ];

    /// <returns>By unit when the text names no column.</returns>
    public static (ReadinessSort Sort, bool Descending) Read(string? text)
    {
        var descending = text?.StartsWith('-') ?? false;
        var key = text?.TrimStart('-');
        var known = Keys.FirstOrDefault(pair => pair.Key == key, Keys[0]);
        return (known.Sort, descending);
    }

    /// <summary>What a click on a column's head asks for: that column, or the other way round when it already leads.</summary>
    public static string Next(ReadinessFilter now, ReadinessSort sort)
    {
        var key = Keys.First(pair => pair.Sort == sort).Key;
        return now.Sort == sort && !now.Descending ? "-" + key : key;
    }

    public static string? AriaOf(ReadinessFilter now, ReadinessSort sort) =>
        now.Sort != sort ? null : now.Descending ? "descending" : "ascending";
}
