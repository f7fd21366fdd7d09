using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

public class WholeSheetTests
{
    private const string Maximum = "lampiran-iii-maximum.json";

    [Fact]
    public void Printed_maximum_case_of_the_regulation_gives_every_printed_figure()
    {
        var reading = Cases.Read(Maximum);
        var sheet = ScoringEngine.Score(TheInstrument.Lke2021, reading.Answers);

        Assert.Empty(reading.Faults);
        Assert.Equal(9, Cases.Expected(Maximum).Count);
        Assert.All(Cases.Expected(Maximum), expected => Assert.Equal(expected.Value, sheet.Section(expected.Key).Points));
        Assert.Equal(100m, sheet.Total.Points);
        Assert.Equal(new Completeness(113, 113, 22, 22), sheet.Completeness);
        Assert.True(sheet.Completeness.IsComplete);
        Assert.True(Eligibility.Decide(sheet, TheInstrument.Lke2021.Predicate("WBBM")!, ["WBK"]).Eligible);
    }

    [Fact]
    public void Empty_sheet_is_zero_and_says_how_empty_it_is()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021).Score();

        Assert.Equal(Fraction.Zero, sheet.Total.Points);
        Assert.Equal(new Completeness(0, 113, 0, 22), sheet.Completeness);
        Assert.False(sheet.Completeness.IsComplete);
        Assert.All(sheet.Lines, line => Assert.Equal("Belum dijawab, dihitung 0.", ScoreExplanation.Why(line)));
        Assert.All(sheet.Lines, line => Assert.Equal(line.Factor, line.Lost));
    }

    [Fact]
    public void Unanswered_question_counts_as_zero_and_does_not_flatter_its_neighbours()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021).Choose("A.I.1.i.a", "Ya").Score();

        // (1 + 0) / 2 x 0.50; an average over what is filled in would give 0.50
        Assert.Equal(0.25m, sheet.Section("A.I.1.i").Points);
        Assert.Equal((1, 2), (sheet.Section("A.I.1.i").Answered, sheet.Section("A.I.1.i").Questions));
        Assert.Equal(0.25m, sheet.Total.Points);
    }

    [Fact]
    public void Points_climb_from_question_to_total_by_plain_sums()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021)
            .Choose("A.I.1.iii.a", "B").Choose("A.I.1.iii.b", "C").Choose("A.I.1.iii.c", "A") // (0.67 + 0.33 + 1) / 3 x 1 = 2/3
            .Choose("A.II.1.ii.a", "D")  // 0.25 x 1 = 0.25
            .Index("B.I.a", 3.6m)        // 3.6 / 4 x 17.5 = 15.75
            .Choose("B.I.b", "B")        // 0.75 x 5 = 3.75
            .Score();

        Assert.Equal(Fraction.Of(2, 3), sheet.Section("A.I.1").Points);
        Assert.Equal(0.25m, sheet.Section("A.II.1").Points);
        Assert.Equal(Fraction.Of(11, 12), sheet.Section("A.1").Points);
        Assert.Equal(Fraction.Of(11, 96), sheet.Section("A.1").Share); // 11/12 of 8
        Assert.Equal(Fraction.Of(2, 3), sheet.Section("A.I").Points);
        Assert.Equal(19.5m, sheet.Section("B.I").Points);
        Assert.Equal(Fraction.Of(11, 12) + 19.5m, sheet.Total.Points);
    }

    [Fact]
    public void Three_thirds_make_exactly_one()
    {
        // 1/3 x 2.00 as decimal is 0.666...7 or 0.666...6; three questions of a third each must still reach the limit.
        var sheet = new AnswerSheet(TheInstrument.Lke2021)
            .Choose("A.II.2.iii.a", "A").Choose("A.II.2.iii.b", "A").Choose("A.II.2.iii.c", "A").Score();
        var third = sheet.Lines.First(line => line.Answered).Points;

        Assert.Equal(Fraction.Of(2, 3), third);
        Assert.NotEqual(2m, third.ToDecimal() + third.ToDecimal() + third.ToDecimal());
        Assert.Equal(2m, third + third + third);
        Assert.Equal(2m, sheet.Section("A.II.2.iii").Points);
    }

    [Fact]
    public void Codes_the_instrument_does_not_know_are_ignored() => Assert.Equal(
        100m, new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Choose("Z.9", "A").Index("", 4m).Score().Total.Points);

    [Fact]
    public void Highest_and_lowest_answer_everywhere_are_100_and_0()
    {
        var best = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere();

        Assert.Equal(100m, best.Score().Total.Points);
        Assert.Equal(0m, best.Score().Total.Lost);
        Assert.All(best.Score().Lines, line => Assert.Equal(Fraction.One, line.Value));
    }
}
