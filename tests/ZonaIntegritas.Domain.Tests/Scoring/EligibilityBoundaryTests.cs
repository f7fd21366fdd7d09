using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

/// <summary>Every limit of both predicates, a hair below, on, and above it, so that exactly that one condition turns.</summary>
public class EligibilityBoundaryTests
{
    // Finer than any decimal: 10^-40. A comparison on rounded or decimal values would not see it.
    private static readonly Fraction Hair = Fraction.Of(1, 100_000_000_000_000_000_000m) * Fraction.Of(1, 100_000_000_000_000_000_000m);

    public static TheoryData<string, string, decimal> Limits => new()
    {
        { "WBK", "total", 75m },     { "WBBM", "total", 85m },
        { "WBK", "A", 40m },         { "WBBM", "A", 48m },
        { "WBK", "A.1", 4.8m },      { "WBBM", "A.1", 6m },      // 60 % and 75 % of 8
        { "WBK", "A.2", 4.2m },      { "WBBM", "A.2", 5.25m },   // of 7
        { "WBK", "A.3", 6m },        { "WBBM", "A.3", 7.5m },    // of 10
        { "WBK", "A.4", 6m },        { "WBBM", "A.4", 7.5m },    // of 10
        { "WBK", "A.5", 9m },        { "WBBM", "A.5", 11.25m },  // of 15
        { "WBK", "A.6", 6m },        { "WBBM", "A.6", 7.5m },    // of 10
        { "WBK", "B.I", 18.25m },    { "WBBM", "B.I", 19.5m },   // 15.75 + 2.50, 15.75 + 3.75
        { "WBK", "B.I.a", 15.75m },  { "WBBM", "B.I.a", 15.75m }, // 3.60 / 4 x 17.5
        { "WBK", "B.I.b", 2.5m },    { "WBBM", "B.I.b", 3.75m }, // C, B of 5
        { "WBK", "B.II", 14m },      { "WBBM", "B.II", 15.75m }, // 3.20 and 3.60 / 4 x 17.5
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_hair_below_fails_and_only_here_with_the_missing_amount(string predicate, string target, decimal minimum)
    {
        var verdict = Decide(predicate, target, minimum - Hair);

        var unmet = Assert.Single(verdict.Unmet);
        Assert.Equal((target, Hair, (Fraction)minimum), (unmet.Code, unmet.Missing, unmet.Minimum));
        Assert.False(verdict.Eligible);
        Assert.False(verdict.LimitsMet);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void On_the_limit_passes_because_minimal_includes_it(string predicate, string target, decimal minimum) =>
        Assert.True(Decide(predicate, target, minimum).Eligible);

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_hair_above_passes(string predicate, string target, decimal minimum) =>
        Assert.True(Decide(predicate, target, minimum + Hair).Eligible);

    [Fact]
    public void Table_above_is_all_there_is() => Assert.Equal(
        Limits.Select(row => (row.Data.Item1, row.Data.Item2)).Order(),
        TheInstrument.Lke2021.Predicates.SelectMany(predicate => predicate.Limits.Select(limit => (predicate.Code, limit.Target))).Order());

    [Theory]
    [InlineData("WBK", "B.I.a", 3.59, "B.I.a", 0.04375)]  // 15.70625; B.I stays at 20.70625
    [InlineData("WBK", "B.I.a", 3.6, null, 0)]            // 15.75
    [InlineData("WBK", "B.II.a", 3.19, "B.II", 0.04375)]  // 13.95625
    [InlineData("WBK", "B.II.a", 3.2, null, 0)]           // 14.00
    [InlineData("WBBM", "B.I.a", 3.59, "B.I.a", 0.04375)]
    [InlineData("WBBM", "B.I.a", 3.6, null, 0)]
    [InlineData("WBBM", "B.II.a", 3.59, "B.II", 0.04375)] // enough for WBK, not for WBBM
    [InlineData("WBBM", "B.II.a", 3.2, "B.II", 1.75)]
    [InlineData("WBBM", "B.II.a", 3.6, null, 0)]          // 15.75
    public void Survey_index_decides_to_the_hundredth(string predicate, string question, decimal index, string? unmet, decimal missing)
    {
        var verdict = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Index(question, index).For(predicate, "WBK");

        Assert.Equal(unmet is null ? [] : [(unmet, (Fraction)missing)], verdict.Unmet.Select(condition => (condition.Code, condition.Missing)));
    }

    [Theory]
    [InlineData("WBK", "C", "")]                         // 15.75 + 2.50 = 18.25
    [InlineData("WBK", "D", "B.I:1.25 B.I.b:1.25")]      // 15.75 + 1.25 = 17.00
    [InlineData("WBBM", "B", "")]                        // 15.75 + 3.75 = 19.50
    [InlineData("WBBM", "C", "B.I:1.25 B.I.b:1.25")]     // 18.25 is enough for WBK only
    public void Performance_answer_decides_together_with_the_least_survey(string predicate, string key, string unmet)
    {
        var verdict = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere()
            .Index("B.I.a", 3.6m).Choose("B.I.b", key).For(predicate, "WBK");

        Assert.Equal(unmet, string.Join(' ', verdict.Unmet.Select(condition => FormattableString.Invariant($"{condition.Code}:{condition.Missing.ToDecimal()}"))));
    }

    // Area 1 = 4 fulfilled + 2 x (changes + integrated) / 2, the other two reform questions at their worst.
    [Theory]
    [InlineData("WBK", 800, 0, true)]       // 4 + 0.8 = 4.8
    [InlineData("WBK", 799, 0, false)]      // 4.799
    [InlineData("WBBM", 1000, 1000, true)]  // 4 + 2 = 6
    [InlineData("WBBM", 1000, 999, false)]  // 5.999
    public void Counted_answers_carry_an_area_to_its_limit_exactly(string predicate, long changes, long integrated, bool met)
    {
        var verdict = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere()
            .Choose("A.II.1.ii.a", "E").Choose("A.II.1.iii.a", "D")
            .Count("A.II.1.i.a", ("jumlah_agen", 1000), ("jumlah_perubahan", changes))
            .Count("A.II.1.i.b", ("jumlah_perubahan", 1000), ("jumlah_terintegrasi", integrated))
            .For(predicate, "WBK");

        Assert.Equal(met ? [] : ["A.1"], verdict.Unmet.Select(condition => condition.Code));
        Assert.All(verdict.Unmet, condition => Assert.Equal(0.001m, condition.Missing));
    }

    private static Verdict Decide(string predicate, string target, Fraction points) =>
        Eligibility.Decide(Sheets.FullExcept(target, points), TheInstrument.Lke2021.Predicate(predicate)!, ["WBK"]);
}
