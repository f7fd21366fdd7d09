using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Planning;

[Properties(Arbitrary = [typeof(AnySheet)])]
public class ShortestWayTests
{
    private static readonly Instrument Lke = TheInstrument.Lke2021;
    private static readonly Dictionary<string, int> AllEasy = [];

    [Fact]
    public void Met_already_needs_nothing()
    {
        var way = ShortestWay.Find(new AnswerSheet(Lke).BestEverywhere().Score(), Lke.Predicate("WBK")!, [], AllEasy);

        Assert.Equal((WayOutcome.AlreadyMet, 0), (way.Outcome, way.Improvements.Count));
    }

    [Theory]
    [InlineData("WBK", "empty", WayOutcome.Found)]
    [InlineData("WBBM", "empty", WayOutcome.Found)]
    [InlineData("WBK", "mixed", WayOutcome.AlreadyMet)]
    [InlineData("WBBM", "mixed", WayOutcome.Found)]
    public void Empty_sheet_and_a_mixed_one_reach_every_limit(string predicate, string name, WayOutcome expected)
    {
        var sheet = name == "empty" ? new AnswerSheet(Lke).Score() : ScoringEngine.Score(Lke, Cases.Read("mixed-unit.json").Answers);

        var way = ShortestWay.Find(sheet, Lke.Predicate(predicate)!, ["WBK"], AllEasy);

        Assert.Equal(expected, way.Outcome);
        Assert.True(way.VerdictAfter.Eligible);
        Assert.All(way.Improvements, improvement => Assert.False(StillMetWithout(way, improvement)));
    }

    [Property(MaxTest = 40)]
    public void Any_sheet_of_the_shipped_instrument_reaches_every_limit(TypedAnswers typed, int seed)
    {
        var random = new Random(seed);
        var efforts = Lke.Places.ToDictionary(place => place.Question.Code, _ => random.Next(1, 6));

        foreach (var predicate in Lke.Predicates)
        {
            var way = ShortestWay.Find(typed.Score(), predicate, ["WBK"], efforts);

            Assert.True(way.VerdictAfter.Eligible);
            Assert.All(way.Improvements, improvement => Assert.False(StillMetWithout(way, improvement)));
        }
    }

    [Fact]
    public void Hard_question_is_left_for_two_easy_ones()
    {
        var instrument = New.Instrument().WithScale("yt", ("Ya", 1m), ("Tidak", 0m))
            .WithArea("A", 4m, New.Question("berat", "yt", "Ya", "Tidak"))
            .WithArea("B", 4m, New.Question("ringan1", "yt", "Ya", "Tidak"), New.Question("ringan2", "yt", "Ya", "Tidak"))
            .WithPredicate("P", new LimitDraft(Limit.TotalTarget, null, null, 4m, null, null))
            .WithBand("Semua", 0m).Build();
        var sheet = new AnswerSheet(instrument).Score();

        Assert.Equal(["berat"], Plan(1));
        Assert.Equal(["ringan1", "ringan2"], Plan(3));

        IEnumerable<string> Plan(int hard) => ShortestWay.Find(sheet, instrument.Predicates[0], [], new Dictionary<string, int> { ["berat"] = hard })
            .Improvements.Select(improvement => improvement.QuestionCode);
    }

    [Fact]
    public void What_cannot_be_improved_is_named_when_nothing_else_is_enough()
    {
        var survey = Lke.Places.Single(place => place.Leaf.Code == "B.I.a").Question.Code;
        var sheet = new AnswerSheet(Lke).BestEverywhere().Index(survey, 3.5m).Score();

        var way = ShortestWay.Find(sheet, Lke.Predicate("WBK")!, [], new Dictionary<string, int> { [survey] = QuestionEffort.Impossible });

        Assert.Equal(WayOutcome.Unreachable, way.Outcome);
        Assert.Equal(["B.I.a"], way.StillUnmet.Select(condition => condition.Code));
        Assert.Equal([survey], way.Blocked.Select(line => line.Question.Code));
    }

    [Fact]
    public void Unreachable_shows_how_far_everything_possible_leads()
    {
        var efforts = Lke.Places.Where(place => place.Area.Code == Lke.OfKind(SectionKind.Area).First().Code)
            .ToDictionary(place => place.Question.Code, _ => QuestionEffort.Impossible);

        var way = ShortestWay.Find(new AnswerSheet(Lke).Score(), Lke.Predicate("WBK")!, [], efforts);

        Assert.Equal(92m, way.After.Total.Points);
        Assert.Equal(efforts.Count, way.Blocked.Count);
        Assert.Single(way.StillUnmet);
    }

    [Fact]
    public void Predicate_to_be_held_before_is_not_for_answers_to_solve()
    {
        var full = new AnswerSheet(Lke).BestEverywhere().Score();

        Assert.Equal(WayOutcome.AlreadyMet, ShortestWay.Find(full, Lke.Predicate("WBBM")!, [], AllEasy).Outcome);
        Assert.NotNull(ShortestWay.Find(full, Lke.Predicate("WBBM")!, [], AllEasy).HeldMissing);
        Assert.Null(ShortestWay.Find(full, Lke.Predicate("WBBM")!, ["WBK"], AllEasy).HeldMissing);
    }

    [Fact]
    public void Counts_with_huge_denominators_are_still_exact()
    {
        var sheet = new AnswerSheet(Lke);
        long[] primes = [999_999_937, 999_999_893, 999_999_883, 999_999_797, 999_999_761, 999_999_757, 999_999_751, 999_999_739];
        foreach (var (place, prime) in Lke.Places.Where(place => place.Question.Formula is not null).Zip(primes))
        {
            var formula = place.Question.Formula!;
            sheet.Count(place.Question.Code, [.. formula.Inputs.Select(input => (input.Key, formula.Whole.Contains(input.Key) ? prime : formula.Part.Contains(input.Key) ? 7L : 0L))]);
        }

        var way = ShortestWay.Find(sheet.Score(), Lke.Predicate("WBBM")!, ["WBK"], AllEasy);

        Assert.True(way.VerdictAfter.Eligible);
        Assert.All(way.Improvements, improvement => Assert.False(StillMetWithout(way, improvement)));
    }

    [Fact]
    public void Limit_on_a_group_across_the_tree_is_refused()
    {
        var predicate = new Predicate("P", "P", null, null, [new("A.I", "Pemenuhan", 20m, null, null)]);

        var refusal = Assert.Throws<ArgumentException>(() => ShortestWay.Find(new AnswerSheet(Lke).Score(), predicate, [], AllEasy));
        Assert.Contains("A.I", refusal.Message, StringComparison.Ordinal);
    }

    // In the least effort nothing is to spare.
    private static bool StillMetWithout(Way way, Improvement spared) => Eligibility
        .Decide(ShortestWay.Apply(way.Before, way.Improvements.Where(other => other != spared)), way.VerdictAfter.Predicate, ["WBK"]).LimitsMet;
}
