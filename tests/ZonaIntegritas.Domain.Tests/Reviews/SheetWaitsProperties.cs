using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Reviews;

/// <summary>Counting for a whole sheet says the same as asking <see cref="TierReview"/> question by question.</summary>
public class SheetWaitsProperties
{
    private static readonly string[] Areas = ["A.1", "A.2"];

    private static readonly Gen<TierMark> AnyMark =
        from tier in Gen.Elements(Enum.GetValues<ReviewTier>())
        from judged in Gen.Elements(true, true, true, false)
        from version in Gen.Choose(1, 2)
        from basedOn in Gen.Choose(0, 2)
        select new TierMark(tier, judged, version, basedOn, Guid.Empty);

    private static readonly Gen<AnyQuestion> AnyQuestionGen =
        from area in Gen.Elements(Areas)
        from state in Gen.Elements(0, 0, 0, 1, 2)
        from marks in AnyMark.ListOf()
        select new AnyQuestion(area, state == 1, state == 2, [.. marks.DistinctBy(mark => mark.Tier)]);

    private static readonly Gen<ReviewDuty> AnyDuty =
        from tier in Gen.Elements(Enum.GetValues<ReviewTier>())
        from areas in Gen.Elements(new[] { "" }, ["A.1"], ["A.2"])
        select new ReviewDuty(tier, areas.Where(area => area.Length > 0).ToHashSet());

    [Property(MaxTest = 1_000)]
    public Property Counted_and_asked_one_by_one_are_the_same() => Prop.ForAll(
        (from questions in AnyQuestionGen.ListOf() from duties in AnyDuty.ListOf() select (questions, duties)).ToArbitrary(),
        any =>
        {
            var team = new ReviewTeam([.. any.duties]);
            var waits = SheetWaits.Of(team, Areas.Select(area => Tally(area, [.. any.questions.Where(question => question.Area == area)])));

            foreach (var tier in Enum.GetValues<ReviewTier>())
            {
                foreach (var areas in (string[][])[[], ["A.1"], ["A.2"]])
                {
                    var duty = new ReviewDuty(tier, areas.ToHashSet());
                    var asked = any.questions.Count(question => duty.Covers(question.Area) && !question.WithUnit && question.Review(team).Next == tier);
                    Assert.Equal(asked, waits.For(duty));
                }
            }

            Assert.Equal(any.questions.Count(question => question.WithUnit), waits.WithUnit);
        });

    [Fact]
    public void An_area_that_nobody_covers_or_that_one_tier_judges_alone_promises_no_LHE()
    {
        var lead = ReviewDuty.Whole(ReviewTier.Lead);
        var done = new AreaTally("A.1", 3, 0, 0, _ => 3);

        Assert.True(SheetWaits.Of(new([lead, ReviewDuty.Whole(ReviewTier.Member)]), [done]).AwaitsLheBy(lead));
        Assert.False(SheetWaits.Of(new([lead]), [done]).AwaitsLheBy(lead));
        Assert.False(SheetWaits.Of(new([lead, new(ReviewTier.Member, new HashSet<string> { "A.2" })]), [done]).AwaitsLheBy(lead));
        Assert.False(SheetWaits.None.AwaitsLheBy(lead));
    }

    [Theory]
    [InlineData(113, 113, 390)]
    [InlineData(0, 113, 0)]
    [InlineData(1, 113, 4)]
    [InlineData(0, 0, 0)]
    public void Minutes_are_a_share_of_what_a_whole_unit_takes(int waiting, int questions, int minutes) =>
        Assert.Equal(minutes, Workload.Minutes(waiting, questions));

    private static AreaTally Tally(string area, IReadOnlyList<AnyQuestion> questions) => new(
        area,
        questions.Count,
        questions.Count(question => question.WithUnit),
        questions.Count(question => question.NewLook),
        chain => questions.Count(question => question is { WithUnit: false, NewLook: false } && chain.IsDone(question.Marks)));

    private sealed record AnyQuestion(string Area, bool WithUnit, bool NewLook, IReadOnlyList<TierMark> Marks)
    {
        public TierReview Review(ReviewTeam team) => new(team.TiersFor(Area), Marks, NewLook);
    }
}
