using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness;

public enum ReadinessSort
{
    Unit,
    Status,
    Total,
    Completeness,
    Gates,
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
    public const int Size = 25;
}
