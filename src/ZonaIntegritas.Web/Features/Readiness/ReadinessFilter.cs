using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness;

public enum ReadinessSort
{
    Unit,
    Status,
    Total,
    Completeness,
    Gates,
    Turn,

    /// <summary>By the points of <see cref="ReadinessFilter.Area"/>.</summary>
    Area,
}

/// <summary>What a reader asked of the list; it stands in the address, so that a link shows the same list.</summary>
/// <param name="Year">Null for the newest.</param>
/// <param name="Layer">Null for each sheet's latest layer.</param>
/// <param name="Page">From 1.</param>
public sealed record ReadinessFilter(
    int? Year = null,
    Layer? Layer = null,
    string Search = "",
    int Page = 1,
    ReadinessSort Sort = ReadinessSort.Unit,
    bool Descending = false)
{
    public const int DefaultSize = 25;

    public static IReadOnlyList<int> Sizes { get; } = [DefaultSize, 50];

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>Code of the area whose column leads; only with <see cref="ReadinessSort.Area"/>.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the predicate that units head for.</summary>
    public string? Target { get; init; }

    /// <summary>Kabupaten or kota as it stands in the unit's details.</summary>
    public string? City { get; init; }

    public Turn? Turn { get; init; }

    /// <summary>"WBK:A.5" for units that miss this limit, "WBK" for those that do not reach the predicate.</summary>
    public string? Missing { get; init; }

    /// <summary>Code of a predicate that units reach.</summary>
    public string? Reached { get; init; }

    /// <summary>Whether it leaves units out.</summary>
    public bool Narrows => Search.Trim().Length > 0 || Target is not null || City is not null || Turn is not null || Missing is not null || Reached is not null;
}
