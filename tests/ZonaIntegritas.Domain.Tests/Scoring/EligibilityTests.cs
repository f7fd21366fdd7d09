using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

public class EligibilityTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("WBK", true)]
    [InlineData("WBBM", true)] // whoever holds WBBM already held WBK
    public void WBBM_needs_WBK_held_today(string held, bool eligible)
    {
        var verdict = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().For("WBBM", held);

        Assert.Equal((eligible, true), (verdict.Eligible, verdict.LimitsMet));
        Assert.Equal(eligible ? [] : ["Sudah berpredikat Wilayah Bebas dari Korupsi (WBK)"], verdict.Unmet.Select(condition => condition.Label));
        Assert.All(verdict.Unmet, condition => Assert.False(condition.IsAboutPoints));
    }

    [Fact]
    public void WBK_needs_no_predicate_before_it() =>
        Assert.True(new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().For("WBK").Eligible);

    [Fact]
    public void Sheet_that_barely_reaches_WBK_is_told_all_that_WBBM_still_asks()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere()
            .Index("B.I.a", 3.6m).Choose("B.I.b", "C").Index("B.II.a", 3.2m); // 60 + 18.25 + 14.00 = 92.25

        Assert.Equal(92.25m, sheet.Score().Total.Points);
        Assert.True(sheet.For("WBK").Eligible);
        Assert.Equal(
            ["predikat:0", "B.I:1.25", "B.I.b:1.25", "B.II:1.75"],
            sheet.For("WBBM").Unmet.Select(condition => FormattableString.Invariant($"{condition.Code}:{condition.Missing.ToDecimal():0.####}")));
    }

    [Theory]
    [InlineData("WBK", "total:75 A:40 A.1:4.8 A.2:4.2 A.3:6 A.4:6 A.5:9 A.6:6 B.I:18.25 B.I.a:15.75 B.I.b:2.5 B.II:14")]
    [InlineData("WBBM", "predikat:0 total:85 A:48 A.1:6 A.2:5.25 A.3:7.5 A.4:7.5 A.5:11.25 A.6:7.5 B.I:19.5 B.I.a:15.75 B.I.b:3.75 B.II:15.75")]
    public void Empty_sheet_misses_every_condition_at_once_by_its_whole_minimum(string predicate, string unmet)
    {
        var verdict = new AnswerSheet(TheInstrument.Lke2021).For(predicate);

        Assert.Equal(unmet, string.Join(' ', verdict.Unmet.Select(condition => FormattableString.Invariant($"{condition.Code}:{condition.Missing.ToDecimal():0.####}"))));
        Assert.Equal(verdict.Conditions, verdict.Unmet);
    }

    [Fact]
    public void Area_condition_carries_its_percentage_and_its_name()
    {
        var condition = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().For("WBK").Conditions.Single(condition => condition.Code == "A.2");

        Assert.Equal(("Penataan Tatalaksana", 60m, 7m, (Fraction)4.2m), (condition.Label, condition.MinimumPercent, condition.Weight, condition.Minimum));
        Assert.Equal(Fraction.Zero, condition.Missing);
    }

    [Fact]
    public void Thirds_that_add_up_to_the_limit_pass_it()
    {
        // Three questions of 1/3 x 1 each, limit 1: decimal thirds would stop at 0.999...
        var instrument = New.Instrument()
            .WithArea("1", 1m, New.Counted("1.a"), New.Counted("1.b"), New.Counted("1.c"))
            .WithArea("2", 1m, New.Counted("2.a"))
            .WithPredicate("P", new LimitDraft("1", null, null, 1m, null, null), new LimitDraft(null, SectionKind.Area, null, null, 50m, null))
            .Build();
        var sheet = new AnswerSheet(instrument).BestEverywhere().Count("2.a", ("bagian", 1), ("seluruh", 2));

        Assert.True(sheet.For("P").Eligible);
        Assert.Equal(
            ["1", "1", "2"],
            sheet.Count("1.c", ("bagian", 1), ("seluruh", 3)).Count("1.a", ("bagian", 0), ("seluruh", 3)).Count("2.a", ("bagian", 1), ("seluruh", 3))
                .For("P").Unmet.Select(condition => condition.Code));
    }
}
