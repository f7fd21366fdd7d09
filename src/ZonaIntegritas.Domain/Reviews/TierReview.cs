using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reviews;

/// <summary>One tier's judgement as the order of tiers looks at it.</summary>
/// <param name="Judged">Whether it holds a value, not only a note.</param>
public sealed record TierMark(ReviewTier Tier, bool Judged, int Version, int BasedOn, Guid By);

/// <summary>
/// The order of TPI's tiers on one question: anggota, then ketua tim, then pengendali teknis, each after the one below.
/// A judgement is current while the one it was made after has not changed; after a repair or a change of evidence the
/// lowest tier looks first and the others follow.
/// </summary>
/// <param name="Tiers">Those who judge this question, lowest first.</param>
/// <param name="Marks">What is held, of whatever tier; also of people who have left the team.</param>
/// <param name="NeedsNewLook">A repair was sent or the evidence changed since the last judgement.</param>
public sealed record TierReview(IReadOnlyList<ReviewTier> Tiers, IReadOnlyList<TierMark> Marks, bool NeedsNewLook)
{
    /// <summary>Whose judgement is waited for; null once every tier stands by the present state.</summary>
    public ReviewTier? Next => Tiers.Cast<ReviewTier?>().FirstOrDefault(tier => !IsCurrent(tier!.Value));

    /// <summary>Every tier has judged the present state.</summary>
    public bool IsComplete => Tiers.Count > 0 && Next is null;

    /// <summary>At least two people have judged the question as it stands.</summary>
    public bool HasTwoPeople => Marks.Where(mark => mark.Judged && Tiers.Contains(mark.Tier)).Select(mark => mark.By).Distinct().Count() >= 2;

    /// <summary>Whether this tier may judge now, or why not yet or no longer.</summary>
    public Result MayJudge(ReviewTier tier)
    {
        if (!Tiers.Contains(tier))
        {
            return ReviewProblems.NotYourArea;
        }

        if (Tiers.Where(lower => lower < tier).Cast<ReviewTier?>().FirstOrDefault(lower => !IsCurrent(lower!.Value)) is { } waiting)
        {
            return ReviewProblems.LowerTierFirst(waiting);
        }

        return Tiers.Where(higher => higher > tier).Cast<ReviewTier?>().FirstOrDefault(higher => IsCurrent(higher!.Value)) is { } done
            ? ReviewProblems.HigherTierDone(done)
            : Result.Ok;
    }

    /// <summary>Version of the judgement the next one of this tier is made after; 0 when there is none below.</summary>
    public int BelowVersion(ReviewTier tier) => Below(tier)?.Version ?? 0;

    private bool IsCurrent(ReviewTier tier)
    {
        if (NeedsNewLook)
        {
            return false;
        }

        return Tiers.Where(each => each <= tier).All(each =>
            Mark(each) is { Judged: true } mark && mark.BasedOn == BelowVersion(each));
    }

    private TierMark? Mark(ReviewTier tier) => Marks.FirstOrDefault(mark => mark.Tier == tier);

    // Only tiers that judge this question now: when an anggota leaves without a successor, the ketua's judgement must
    // not hang on a judgement nobody can renew.
    private TierMark? Below(ReviewTier tier) =>
        Marks.Where(mark => mark.Tier < tier && Tiers.Contains(mark.Tier) && mark.Judged).MaxBy(mark => mark.Tier);
}
