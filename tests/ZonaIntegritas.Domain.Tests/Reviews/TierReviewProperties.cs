using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Reviews;

/// <summary>Whatever tiers try, in whatever order: what is refused does not happen, and the order holds.</summary>
public class TierReviewProperties
{
    [Property(MaxTest = 500)]
    public void No_sequence_of_judgements_skips_a_tier(byte team, int[] script)
    {
        foreach (var step in Play(team, script))
        {
            Assert.All(step.Before.Tiers.Where(lower => lower < step.Tier), lower => Assert.True(IsCurrent(step.Before, lower)));
            Assert.All(step.Before.Tiers.Where(higher => higher > step.Tier), higher => Assert.False(IsCurrent(step.Before, higher)));
        }
    }

    [Property(MaxTest = 500)]
    public void A_complete_review_has_every_tier_current_and_an_incomplete_one_says_the_first_that_is_not(byte team, int[] script)
    {
        foreach (var step in Play(team, script))
        {
            var open = step.After.Tiers.Where(tier => !IsCurrent(step.After, tier)).ToList();

            Assert.Equal(open.Count == 0, step.After.IsComplete);
            Assert.Equal(open.Cast<ReviewTier?>().FirstOrDefault(), step.After.Next);
        }
    }

    [Property(MaxTest = 500)]
    public void A_change_below_makes_everything_above_wait_again(byte team, int[] script)
    {
        foreach (var step in Play(team, script))
        {
            Assert.All(step.After.Tiers.Where(higher => higher > step.Tier), higher => Assert.False(IsCurrent(step.After, higher)));
        }
    }

    [Property(MaxTest = 500)]
    public void Somebody_may_always_judge_what_is_not_complete(byte team, int[] script)
    {
        foreach (var step in Play(team, script).Where(step => step.After.Next is not null))
        {
            Assert.True(step.After.MayJudge(step.After.Next!.Value).Succeeded);
        }
    }

    /// <summary>Said anew, from the top down: judged, unchanged below, and nothing asks for a new look.</summary>
    private static bool IsCurrent(TierReview review, ReviewTier tier)
    {
        var mark = review.Marks.FirstOrDefault(mark => mark.Tier == tier);
        if (review.NeedsNewLook || mark is not { Judged: true })
        {
            return false;
        }

        var below = review.Tiers.Where(lower => lower < tier).ToList();
        return below.Count == 0
            ? mark.BasedOn == 0
            : IsCurrent(review, below[^1]) && mark.BasedOn == review.Marks.First(held => held.Tier == below[^1]).Version;
    }

    /// <summary>Every number is an attempt: a repair comes in, or a tier judges, or writes only a note.</summary>
    private static IEnumerable<(ReviewTier Tier, TierReview Before, TierReview After)> Play(byte team, int[] script)
    {
        ReviewTier[] tiers = [.. Enum.GetValues<ReviewTier>().Where(tier => (team >> (int)tier) % 2 == 1)];
        var review = new TierReview(tiers, [], false);
        foreach (var attempt in script.Select(number => (int)((uint)number % 8)))
        {
            if (attempt >= 6)
            {
                review = review with { NeedsNewLook = review.Marks.Any(mark => mark.Judged) };
                continue;
            }

            var (tier, judged) = ((ReviewTier)(attempt % 3), attempt < 3);
            if (review.MayJudge(tier).Succeeded)
            {
                var after = After(review, tier, judged);
                yield return (tier, review, after);
                review = after;
            }
        }
    }

    private static TierReview After(TierReview review, ReviewTier tier, bool judged)
    {
        var version = (review.Marks.FirstOrDefault(mark => mark.Tier == tier)?.Version ?? 0) + 1;
        TierMark mark = new(tier, judged, version, review.BelowVersion(tier), Guid.Empty);
        return review with { Marks = [.. review.Marks.Where(held => held.Tier != tier), mark], NeedsNewLook = false };
    }
}
