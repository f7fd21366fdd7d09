namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>Which questions of a sheet the list shows; stands in the address by its word.</summary>
public enum DeskListKind
{
    All,
    Waiting,
    Differing,
    Returned,
    Changed,
}

/// <param name="Area">Code of an area or outcome; null for all.</param>
public sealed record DeskListFilter(DeskListKind Kind, string? Area)
{
    public static IReadOnlyList<(DeskListKind Kind, string Key, string Word)> Kinds { get; } =
    [
        (DeskListKind.Waiting, "menunggu", "Menunggu saya"),
        (DeskListKind.Differing, "berbeda", "Berbeda"),
        (DeskListKind.Returned, "dikembalikan", "Dikembalikan"),
        (DeskListKind.Changed, "berubah", "Berubah sejak saya lihat"),
        (DeskListKind.All, "semua", "Semua"),
    ];

    /// <param name="key">From the address; what names nothing shows what waits, or all.</param>
    public static DeskListKind KindOf(string? key, bool beginsWithWaiting) =>
        Kinds.Where(kind => kind.Key == key).Select(kind => (DeskListKind?)kind.Kind).FirstOrDefault() ?? (beginsWithWaiting ? DeskListKind.Waiting : DeskListKind.All);
}
