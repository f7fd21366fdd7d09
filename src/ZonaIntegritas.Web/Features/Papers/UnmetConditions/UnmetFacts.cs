using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Papers.UnmetConditions;

/// <summary>What still stands in the way of a sheet, with who has to act.</summary>
/// <param name="Report">The report that the screen shows.</param>
/// <param name="Costly">By gate, the questions that cost most there.</param>
/// <param name="Conditions">Of P5 Tabel 5 against the target, all of them.</param>
/// <param name="Affirmed">Afirmasi: conditions may be completed while the unit is proposed.</param>
public sealed record UnmetFacts(
    ReadinessReport Report, IReadOnlyDictionary<string, IReadOnlyList<LostPoints>> Costly, IReadOnlyList<ConditionState> Conditions, bool Affirmed, string ScoreTurn, IndonesianZone Zone)
{
    public IEnumerable<ConditionState> Unmet => Conditions.Where(condition => !condition.Met);
}
