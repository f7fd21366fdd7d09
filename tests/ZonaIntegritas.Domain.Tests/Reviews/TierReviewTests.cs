using Xunit;
using ZonaIntegritas.Domain.Reviews;
using static ZonaIntegritas.Domain.Reviews.ReviewTier;

namespace ZonaIntegritas.Domain.Tests.Reviews;

/// <summary>The order of TPI's tiers on one question, case by case. A mark is written "version/based on".</summary>
public sealed class TierReviewTests
{
    private static readonly ReviewTier[] All = [Member, Lead, Controller];
    private static readonly Guid Ani = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Budi = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    [Theory]
    [InlineData("", "", "", false, Member)]
    [InlineData("1/0", "", "", false, Lead)]
    [InlineData("1/0", "1/1", "", false, Controller)]
    [InlineData("1/0", "1/1", "1/1", false, null)]
    [InlineData("2/0", "1/1", "1/1", false, Lead)] // The anggota judged again: the ketua's rests on the first.
    [InlineData("2/0", "2/2", "1/1", false, Controller)]
    [InlineData("2/0", "2/2", "2/2", false, null)]
    [InlineData("1/0", "1/1", "1/1", true, Member)] // A repair came in: from the bottom again.
    [InlineData("", "1/0", "", false, Member)] // Judged before there was an anggota.
    [InlineData("n1/0", "", "", false, Member)] // Only a note.
    [InlineData("1/0", "n1/1", "", false, Lead)]
    public void Whose_turn_it_is(string member, string lead, string controller, bool newLook, ReviewTier? next)
    {
        var review = Review(All, newLook, (Member, member), (Lead, lead), (Controller, controller));

        Assert.Equal(next, review.Next);
        Assert.Equal(next is null, review.IsComplete);
    }

    [Theory]
    [InlineData("", "", "", Member, null)]
    [InlineData("", "", "", Lead, "review.lower-tier-first")]
    [InlineData("", "", "", Controller, "review.lower-tier-first")]
    [InlineData("1/0", "", "", Member, null)] // Until the next one has judged, an own value may change.
    [InlineData("1/0", "", "", Lead, null)]
    [InlineData("1/0", "", "", Controller, "review.lower-tier-first")]
    [InlineData("1/0", "1/1", "", Member, "review.higher-tier-done")]
    [InlineData("1/0", "1/1", "", Lead, null)]
    [InlineData("1/0", "1/1", "", Controller, null)]
    [InlineData("1/0", "1/1", "1/1", Lead, "review.higher-tier-done")]
    [InlineData("1/0", "1/1", "1/1", Controller, null)]
    [InlineData("2/0", "1/1", "1/1", Member, null)] // What stands above rests on an older one, so nothing is fixed yet.
    [InlineData("2/0", "1/1", "1/1", Controller, "review.lower-tier-first")]
    public void Who_may_judge(string member, string lead, string controller, ReviewTier who, string? refusal) =>
        Assert.Equal(refusal, Review(All, false, (Member, member), (Lead, lead), (Controller, controller)).MayJudge(who).Problem?.Code);

    [Fact]
    public void A_refusal_names_who_is_waited_for_or_who_was_faster()
    {
        Assert.Contains("anggota tim", Review(All, false).MayJudge(Controller).Problem!.Message, StringComparison.Ordinal);
        Assert.StartsWith("Ketua tim", Review(All, false, (Member, "1/0"), (Lead, "1/1")).MayJudge(Member).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tier_nobody_holds_is_not_waited_for()
    {
        ReviewTier[] withoutMember = [Lead, Controller];

        Assert.Equal(Lead, Review(withoutMember, false).Next);
        Assert.Equal(ReviewProblems.NotYourArea, Review(withoutMember, false).MayJudge(Member).Problem);
        Assert.True(Review(withoutMember, false, (Lead, "1/0"), (Controller, "1/1")).IsComplete);
        // What an anggota who has left judged stays to be read, and nobody's judgement hangs on it.
        Assert.True(Review(withoutMember, false, (Member, "3/0"), (Lead, "1/0"), (Controller, "1/1")).IsComplete);
    }

    [Fact]
    public void An_area_nobody_judges_is_never_complete()
    {
        Assert.False(Review([], false).IsComplete);
        Assert.Null(Review([], false).Next);
    }

    [Fact]
    public void Two_eyes_are_two_people_not_two_tiers()
    {
        TierReview alone = new([Member, Lead], [new(Member, true, 1, 0, Ani), new(Lead, true, 1, 1, Ani)], false);

        Assert.True(alone.IsComplete);
        Assert.False(alone.HasTwoPeople);
        Assert.True((alone with { Marks = [new(Member, true, 1, 0, Ani), new(Lead, true, 1, 1, Budi)] }).HasTwoPeople);
        Assert.False((alone with { Marks = [new(Member, true, 1, 0, Ani), new(Lead, false, 1, 1, Budi)] }).HasTwoPeople);
    }

    private static TierReview Review(ReviewTier[] tiers, bool newLook, params (ReviewTier Tier, string Mark)[] marks) => new(
        tiers,
        [.. marks.Where(mark => mark.Mark.Length > 0).Select(mark => MarkOf(mark.Tier, mark.Mark))],
        newLook);

    private static TierMark MarkOf(ReviewTier tier, string text)
    {
        var parts = text.TrimStart('n').Split('/').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(tier, !text.StartsWith('n'), parts[0], parts[1], Ani);
    }
}
