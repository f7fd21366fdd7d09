namespace ZonaIntegritas.Domain.Reviews;

/// <summary>The tiers that judge a question, lowest first, as a small number: there are seven such chains.</summary>
public readonly record struct TierChain(int Mask)
{
    public const int Last = (1 << 3) - 1;

    public static IEnumerable<TierChain> All => Enumerable.Range(1, Last).Select(mask => new TierChain(mask));

    public IReadOnlyList<ReviewTier> Tiers
    {
        get
        {
            var mask = Mask;
            return [.. Enum.GetValues<ReviewTier>().Where(tier => (mask & (1 << (int)tier)) != 0)];
        }
    }

    public static TierChain Of(params IEnumerable<ReviewTier> tiers) => new(tiers.Aggregate(0, (mask, tier) => mask | (1 << (int)tier)));

    /// <summary>Whether every tier of it has judged, each after the present judgement below.</summary>
    public bool IsDone(IReadOnlyList<TierMark> marks) => new TierReview(Tiers, marks, NeedsNewLook: false).IsComplete;
}

/// <summary>One area of a sheet as it is counted: how many questions each chain of tiers has done.</summary>
/// <param name="WithUnit">Returned and not answered yet: nobody in TPI is waited for.</param>
/// <param name="NewLook">Repaired, or judged on evidence that has changed since: the lowest tier looks first.</param>
/// <param name="Done">By chain, how many of the other questions all its tiers have judged, each after the one below.</param>
public sealed record AreaTally(string Area, int Questions, int WithUnit, int NewLook, Func<TierChain, int> Done);
