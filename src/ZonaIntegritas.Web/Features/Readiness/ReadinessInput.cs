using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Readiness.Charts;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>What a report is made from: a scored sheet of one layer and what stands around it.</summary>
/// <param name="Own">The unit's own sheet; the same as <paramref name="Sheet"/> when that is the layer shown.</param>
/// <param name="HeldPredicates">As they were when the sheet was concluded, or as they are today.</param>
/// <param name="Years">All sheets of the unit with their stored scores.</param>
public sealed record ReadinessInput(
    Assessment Assessment,
    WorkUnit Unit,
    AssessmentPeriod Period,
    Layer Layer,
    ScoreSheet Sheet,
    ScoreSheet Own,
    IReadOnlyCollection<string> HeldPredicates,
    IReadOnlyList<SheetOfYear> Years,
    DateTimeOffset Now)
{
    /// <summary>The unit's own people read TPI's and TPN's figures only once the LHE is out.</summary>
    public bool ForUnit { get; init; }

    public IReadOnlyList<ChartSeries> Trend { get; init; } = [];
}

public sealed record SheetOfYear(Guid AssessmentId, int Year, string Target, StoredScore? Unit, StoredScore? Tpi, StoredScore? Tpn);
