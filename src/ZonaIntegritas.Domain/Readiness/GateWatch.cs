using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Readiness;

/// <summary>Says which limits of the target a new score crosses, against how it stood before.</summary>
public static class GateWatch
{
    /// <param name="before">What was not met before (<see cref="UnmetGates.Read"/>).</param>
    public static IReadOnlyList<CrossedGate> Crossed(IReadOnlySet<string> before, Verdict target) =>
    [
        .. target.Conditions
            .Where(condition => condition.IsAboutPoints && condition.Met == before.Contains(UnmetGates.Key(target.Predicate.Code, condition.Code)))
            .Select(condition => new CrossedGate(
                target.Predicate.Code, condition.Code, condition.Label, condition.Met ? GateCrossing.Reached : GateCrossing.Fell,
                condition.Minimum.ToDecimal(), condition.Actual.ToDecimal())),
    ];
}
