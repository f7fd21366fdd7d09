namespace ZonaIntegritas.Domain.Reviews;

/// <summary>Why a unit's team, as it stands, can never issue an LHE.</summary>
/// <param name="Uncovered">Areas that nobody judges.</param>
/// <param name="OneTier">Areas that only one tier judges: two people of the same tier hold one judgement between them.</param>
public sealed record TeamGaps(IReadOnlyList<string> Uncovered, IReadOnlyList<string> OneTier)
{
    public bool IsNone => Uncovered.Count == 0 && OneTier.Count == 0;

    public static TeamGaps Of(ReviewTeam team, IReadOnlyList<string> areas) => new(
        [.. areas.Where(area => team.TiersFor(area).Count == 0)],
        [.. areas.Where(area => team.TiersFor(area).Count == 1)]);
}
