using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Planning;

namespace ZonaIntegritas.Domain.Tests.Planning;

/// <summary>The way found is as short as the shortest among all there are.</summary>
public class ShortestWayProofTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Is_as_good_as_trying_everything(int seed) => Prove(seed);

    [Property(MaxTest = 150)]
    public void Is_as_good_as_trying_everything_in_any_case(int seed) => Prove(seed);

    [Fact]
    public void Cases_are_of_every_kind()
    {
        var found = Seeds.Select(seed => Find(new(seed.Data))).ToList();

        Assert.All(Enum.GetValues<WayOutcome>(), outcome => Assert.InRange(found.Count(way => way.Outcome == outcome), 10, 130));
        Assert.Contains(found, way => way.Improvements.Count > 3);
        Assert.Contains(found, way => way.Outcome == WayOutcome.Unreachable && way.Blocked.Count > 0);
    }

    private static Way Find(SmallCase of) => ShortestWay.Find(of.Sheet, of.Predicate, [], of.Efforts);

    private static void Prove(int seed)
    {
        var of = new SmallCase(seed);
        var way = Find(of);
        var best = EveryWay.Best(of);

        Assert.Equal(best is null, way.Outcome == WayOutcome.Unreachable);
        Assert.Equal(way.Outcome == WayOutcome.AlreadyMet, way.VerdictBefore.LimitsMet);
        Assert.Equal(way.Outcome != WayOutcome.Unreachable, way.VerdictAfter.LimitsMet);
        Assert.All(way.Improvements, improvement => Assert.NotEqual(0, of.Efforts.GetValueOrDefault(improvement.QuestionCode, 1)));
        if (best is { } known && way.Outcome == WayOutcome.Found)
        {
            Assert.Equal(known, (way.Effort, way.After.Total.Points, way.Improvements.Count));
        }
    }
}
