using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Proposals;

/// <summary>Score limits and conditions together, with and without afirmasi.</summary>
public class ProposalVerdictTests
{
    private const InstansiKind Pemda = InstansiKind.Pemda;
    private const InstansiKind Ministry = InstansiKind.KementerianLembaga;
    private static readonly DateOnly Today = new(2026, 11, 24);

    // Enough for both predicates and both kinds.
    private static readonly RecordedCondition[] AllMet =
        [.. ProposalConditions.All.Select(condition => new RecordedCondition(condition.Code, condition.Minimums.KementerianWbbm ?? condition.Minimums.Wbbm, true))];

    [Theory]
    [InlineData("WBK", Pemda, false)]
    [InlineData("WBK", Ministry, false)]
    [InlineData("WBBM", Pemda, false)]
    [InlineData("WBBM", Ministry, true)]
    public void Score_and_every_condition_make_it_layak(string predicate, InstansiKind kind, bool affirmed)
    {
        var verdict = Decide(Full(predicate), predicate, kind, AllMet, affirmed);

        Assert.True(verdict.Eligible);
        Assert.Empty(verdict.Lacks);
        Assert.Equal($"Layak diusulkan menuju {predicate}: seluruh batas nilai dan syarat terpenuhi.", verdict.Sentence);
    }

    [Theory]
    [InlineData(Pemda, false, false)]
    [InlineData(Pemda, true, true)]
    [InlineData(Ministry, false, false)]
    [InlineData(Ministry, true, false)] // afirmasi is for regional governments only
    public void Each_condition_alone_blocks_unless_afirmasi_lets_it_be_completed_later(InstansiKind kind, bool affirmed, bool eligible)
    {
        foreach (var condition in ProposalConditions.All)
        {
            var verdict = Decide(Full("WBK"), "WBK", kind, [.. AllMet.Where(record => record.Code != condition.Code)], affirmed);

            Assert.Equal((eligible, eligible), (verdict.Eligible, verdict.ByAffirmation));
            var lack = Assert.Single(verdict.Lacks);
            Assert.Equal((LackKind.Condition, condition.Code, $"{condition.Name} belum dicatat", !eligible), (lack.Kind, lack.Code, lack.Text, lack.Blocks));
            Assert.Equal(
                eligible
                    ? $"Layak diusulkan menuju WBK dengan afirmasi; masih dilengkapi: {lack.Text}."
                    : $"Belum layak diusulkan menuju WBK: {lack.Text}.",
                verdict.Sentence);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Score_limit_always_blocks(bool affirmed)
    {
        foreach (var limit in TheInstrument.Lke2021.Predicate("WBK")!.Limits)
        {
            var score = Eligibility.Decide(Sheets.FullExcept(limit.Target, limit.MinimumPoints - 1.2m), TheInstrument.Lke2021.Predicate("WBK")!, []);
            var verdict = Decide(score, "WBK", Pemda, AllMet, affirmed);

            Assert.False(verdict.Eligible);
            var lack = Assert.Single(verdict.Lacks);
            Assert.Equal((LackKind.ScoreLimit, limit.Target, true), (lack.Kind, lack.Code, lack.Blocks));
            Assert.Equal(limit.Target == "total" ? "nilai total kurang 1,20 poin" : $"kurang 1,20 poin di {limit.Label}", lack.Text);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WBBM_without_WBK_always_blocks(bool affirmed)
    {
        var verdict = Decide(new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().For("WBBM"), "WBBM", Pemda, AllMet, affirmed);

        Assert.False(verdict.Eligible);
        Assert.Equal((LackKind.HeldPredicate, "belum berpredikat WBK"), (verdict.Lacks.Single().Kind, verdict.Lacks.Single().Text));
    }

    [Theory]
    [InlineData("WBK", "2024-11-25", false)] // one day short of two years
    [InlineData("WBK", "2024-11-24", true)]  // two years to the day
    [InlineData("WBK", "2020-01-01", true)]
    [InlineData("WBK", "2026-11-24", false)]
    [InlineData("WBBM", "2026-01-01", true)]  // WBBM asks for WBK held today instead
    public void Withdrawn_predicate_bars_a_new_WBK_for_two_years_even_with_afirmasi(string predicate, string revokedOn, bool eligible)
    {
        var verdict = Decide(Full(predicate), predicate, Pemda, AllMet, affirmed: true, DateOnly.ParseExact(revokedOn, "yyyy-MM-dd"));

        Assert.Equal(eligible, verdict.Eligible);
        Assert.All(verdict.Lacks, lack => Assert.Equal((LackKind.Withdrawn, true), (lack.Kind, lack.Blocks)));
    }

    [Fact]
    public void Withdrawal_says_from_when_a_proposal_is_possible_again() => Assert.Equal(
        "Belum layak diusulkan menuju WBK: predikat dicabut 3 Maret 2025 sehingga baru dapat diusulkan lagi mulai 3 Maret 2027.",
        Decide(Full("WBK"), "WBK", Pemda, AllMet, affirmed: false, new(2025, 3, 3)).Sentence);

    [Fact]
    public void Recorded_and_not_confirmed_is_not_enough()
    {
        RecordedCondition[] records = [.. AllMet.Select(record => record with { Confirmed = record.Code != "tlhp" })];
        var verdict = Decide(Full("WBK"), "WBK", Pemda, records, affirmed: false);

        Assert.Equal("Belum layak diusulkan menuju WBK: tindak lanjut temuan belum dikonfirmasi.", verdict.Sentence);
    }

    [Fact]
    public void Sentence_names_parts_before_sums_and_counts_the_rest()
    {
        var verdict = Decide(new AnswerSheet(TheInstrument.Lke2021).For("WBK"), "WBK", Pemda, [], affirmed: false);

        Assert.Equal(23, verdict.Lacks.Count); // 12 limits and 11 conditions
        Assert.Equal(
            "Belum layak diusulkan menuju WBK: kurang 4,80 poin di Manajemen Perubahan, kurang 4,20 poin di Penataan Tatalaksana, dan 21 hal lain.",
            verdict.Sentence);
    }

    [Fact]
    public void With_afirmasi_a_sheet_that_lacks_points_names_only_what_blocks()
    {
        var score = Eligibility.Decide(Sheets.FullExcept("A.5", 7.8m), TheInstrument.Lke2021.Predicate("WBK")!, []);
        var verdict = Decide(score, "WBK", Pemda, [], affirmed: true);

        Assert.Equal("Belum layak diusulkan menuju WBK: kurang 1,20 poin di Penguatan Pengawasan.", verdict.Sentence);
        Assert.Equal(11, verdict.StillCompleting.Count());
    }

    [Fact]
    public void Hair_below_a_limit_is_not_shown_as_nought()
    {
        var score = Eligibility.Decide(Sheets.FullExcept("B.II", 13.999m), TheInstrument.Lke2021.Predicate("WBK")!, []);

        Assert.Equal(
            "Belum layak diusulkan menuju WBK: kurang < 0,01 poin di Pelayanan Publik yang Prima (IPKP).",
            Decide(score, "WBK", Pemda, AllMet, affirmed: false).Sentence);
    }

    private static Verdict Full(string predicate) => new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().For(predicate, "WBK");

    private static ProposalVerdict Decide(
        Verdict score, string predicate, InstansiKind kind, RecordedCondition[] records, bool affirmed, DateOnly? revokedOn = null) =>
        ProposalVerdict.Decide(score, ProposalConditions.Hold(predicate, kind, records), new(kind, affirmed, revokedOn, Today));
}
