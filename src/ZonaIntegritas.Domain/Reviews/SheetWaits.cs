namespace ZonaIntegritas.Domain.Reviews;

/// <summary>Whom the questions of one area wait for.</summary>
/// <param name="Tiers">Who judges here, lowest first; none when the team does not cover the area.</param>
/// <param name="Waiting">By tier, how many questions wait for it now.</param>
public sealed record AreaWaits(string Area, int Questions, int WithUnit, IReadOnlyList<ReviewTier> Tiers, IReadOnlyDictionary<ReviewTier, int> Waiting);

/// <summary>
/// What a sheet waits for, tier by tier: <see cref="TierReview"/> for all questions at once, from counts instead of
/// judgements, so that lists of thousands of sheets can say it.
/// </summary>
/// <param name="Top">The tier that issues the LHE; null for a unit without a team.</param>
public sealed record SheetWaits(IReadOnlyList<AreaWaits> Areas, ReviewTier? Top)
{
    public static SheetWaits None { get; } = new([], null);

    /// <summary>Questions that wait for this person's tier in this person's areas.</summary>
    public int For(ReviewDuty duty) => Areas.Where(area => duty.Covers(area.Area)).Sum(area => area.Waiting.GetValueOrDefault(duty.Tier));

    /// <summary>Questions that wait for somebody else in the team.</summary>
    public int ForOthers(ReviewDuty duty) => Areas.Sum(area => area.Waiting.Values.Sum()) - For(duty);

    public int WithUnit => Areas.Sum(area => area.WithUnit);

    /// <summary>Every tier stands by every question, and nothing is at the unit.</summary>
    public bool IsComplete => Areas.Count > 0 && Areas.All(area => area.Tiers.Count > 0 && area.WithUnit == 0 && area.Waiting.Values.All(count => count == 0));

    /// <summary>
    /// Nothing is left but to issue the LHE, and this person's tier does it. With one tier in an area the second pair of
    /// eyes is missing, so nothing is promised.
    /// </summary>
    public bool AwaitsLheBy(ReviewDuty duty) => IsComplete && duty.Tier == Top && Areas.All(area => area.Tiers.Count > 1);

    public static SheetWaits Of(ReviewTeam team, IEnumerable<AreaTally> areas) => new([.. areas.Select(area => Of(team, area))], team.Top);

    private static AreaWaits Of(ReviewTeam team, AreaTally area)
    {
        var tiers = team.TiersFor(area.Area);
        var waiting = new Dictionary<ReviewTier, int>();
        var reached = area.Questions - area.WithUnit - area.NewLook;
        for (var rank = 0; rank < tiers.Count; rank++)
        {
            var done = area.Done(TierChain.Of(tiers.Take(rank + 1)));
            waiting[tiers[rank]] = reached - done + (rank == 0 ? area.NewLook : 0);
            reached = done;
        }

        return new(area.Area, area.Questions, area.WithUnit, tiers, waiting);
    }
}
