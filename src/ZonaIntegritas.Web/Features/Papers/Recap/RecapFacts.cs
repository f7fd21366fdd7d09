using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

/// <summary>All units of one period, best total first, as the readiness list shows them.</summary>
/// <param name="Instruments">Names and versions that the sheets are answered by.</param>
public sealed record RecapFacts(
    int Year, Instrument? Instrument, IReadOnlyList<string> Instruments, IReadOnlyList<AreaHead> Areas, IReadOnlyList<RecapRow> Rows);

/// <param name="Unmet">Limits that the shown layer misses, of every predicate (UnmetGates); empty for a unit without a score.</param>
public sealed record RecapRow(ReadinessRow Shown, IReadOnlySet<string> Unmet)
{
    public bool HasScore => Shown.Score is not null;

    /// <summary>Whether the figure can still change: only after the LHE it stands.</summary>
    public bool IsFinal => SheetLife.IsAfterLhe(Shown.Status);
}
