using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Readiness;

/// <summary>Says which limits of the target a new score crosses, against how it stood before, and what becomes of the alerts.</summary>
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

    /// <summary>
    /// Clears what the crossings end and returns what they open. Mending only clears: what is reached makes an alert of its
    /// own when nothing stood open, what falls always does.
    /// </summary>
    /// <param name="known">Alerts of this score's layer; those that are cleared already count for nothing.</param>
    public static IReadOnlyList<GateAlert> Alert(
        StoredScore score, IReadOnlyList<CrossedGate> crossed, IReadOnlyCollection<GateAlert> known, DateTimeOffset now)
    {
        var opened = new List<GateAlert>();
        foreach (var gate in crossed)
        {
            var standing = known.FirstOrDefault(alert => alert.ClearedAt is null && alert.Predicate == gate.Predicate && alert.Gate == gate.Code);
            standing?.Clear(now);
            if (standing is null || gate.Crossing == GateCrossing.Fell)
            {
                opened.Add(new(Guid.CreateVersion7(now), score.AssessmentId, score.Layer, gate, now));
            }
        }

        return opened;
    }
}
