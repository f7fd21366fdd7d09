using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

/// <summary>The eight counted percentages. Counts stand in the order of the form; "value" is what they are worth.</summary>
public class CountedFormulaTests
{
    private const long Huge = long.MaxValue;

    [Theory]
    // change agents, changes made
    [InlineData("A.II.1.i.a", "2 1", "1/2", ScoreReason.Ratio)]
    [InlineData("A.II.1.i.a", "3 3", "1/1", ScoreReason.Ratio)]
    [InlineData("A.II.1.i.a", "2 5", "1/1", ScoreReason.RatioCapped)] // 5 / 2 = 2.5 counts as 1
    [InlineData("A.II.1.i.a", "2 0", "0/1", ScoreReason.Ratio)]
    [InlineData("A.II.1.i.a", "0 0", "0/1", ScoreReason.NothingThereZero)]
    [InlineData("A.II.1.i.a", "0 4", "0/1", ScoreReason.NothingThereZero)]
    // changes made, integrated
    [InlineData("A.II.1.i.b", "3 1", "1/3", ScoreReason.Ratio)]
    [InlineData("A.II.1.i.b", "3 3", "1/1", ScoreReason.Ratio)]
    [InlineData("A.II.1.i.b", "0 0", "0/1", ScoreReason.NothingThereZero)]
    // violations last year, this year, sanctioned
    [InlineData("A.II.3.iii.a", "4 1 1", "3/4", ScoreReason.Ratio)]   // (4 - 1) / 4
    [InlineData("A.II.3.iii.a", "1 0 1", "1/1", ScoreReason.Ratio)]
    [InlineData("A.II.3.iii.a", "4 4 4", "0/1", ScoreReason.NoDecrease)]
    [InlineData("A.II.3.iii.a", "4 9 0", "0/1", ScoreReason.NoDecrease)] // (4 - 9) / 4 < 0
    [InlineData("A.II.3.iii.a", "0 0 0", "1/1", ScoreReason.NothingDueFull)]
    [InlineData("A.II.3.iii.a", "0 1 1", "0/1", ScoreReason.NoDecrease)]
    // targets, met
    [InlineData("A.II.4.i.a", "7 5", "5/7", ScoreReason.Ratio)]
    [InlineData("A.II.4.i.a", "0 0", "0/1", ScoreReason.NothingThereZero)]
    // due, in progress, resolved
    [InlineData("A.II.5.ii.a", "6 2 4", "2/3", ScoreReason.Ratio)]
    [InlineData("A.II.5.ii.a", "1 1 1", "1/1", ScoreReason.Ratio)]
    [InlineData("A.II.5.ii.a", "0 0 0", "1/1", ScoreReason.NothingDueFull)]
    // head, obliged, others, reported
    [InlineData("A.II.5.iii.a", "1 2 3 5", "5/6", ScoreReason.Ratio)]
    [InlineData("A.II.5.iii.a", "0 0 0 0", "1/1", ScoreReason.NothingDueFull)]
    // administrator, pengawas, fungsional and pelaksana, reported
    [InlineData("A.II.5.iii.b", "2 8 30 39", "39/40", ScoreReason.Ratio)]
    [InlineData("A.II.5.iii.b", "0 0 0 0", "1/1", ScoreReason.NothingDueFull)]
    // registered, simplified
    [InlineData("A.II.6.i.b", "9 3", "1/3", ScoreReason.Ratio)]
    [InlineData("A.II.6.i.b", "0 0", "0/1", ScoreReason.NothingThereZero)]
    public void Counts_are_worth_their_ratio(string code, string counts, string value, ScoreReason reason)
    {
        var answer = Counts(code, counts);
        var line = new AnswerSheet(TheInstrument.Lke2021).With(code, answer).Line(code);

        Assert.Equal((value, reason), (line.Value.ToString(), line.Reason));
        Assert.Equal(reason == ScoreReason.NothingDueFull, AnswerRules.NeedsNote(line.Question, answer));
        Assert.True(line.Answered);
        Assert.DoesNotContain("tidak sesuai", ScoreExplanation.Why(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.II.1.i.b", "1 2", "Perubahan yang terintegrasi tidak boleh melebihi perubahan yang dibuat.")]
    [InlineData("A.II.4.i.a", "0 1", "Sasaran yang tercapai tidak boleh melebihi jumlah sasaran.")]
    [InlineData("A.II.5.ii.a", "3 2 2", "Pengaduan yang selesai dan sedang diproses bersama-sama tidak boleh melebihi yang harus ditindaklanjuti.")]
    [InlineData("A.II.5.ii.a", "0 1 0", "Pengaduan yang selesai dan sedang diproses bersama-sama tidak boleh melebihi yang harus ditindaklanjuti.")]
    [InlineData("A.II.5.iii.a", "1 1 1 4", "Yang sudah melaporkan tidak boleh melebihi jumlah yang wajib melapor.")]
    [InlineData("A.II.5.iii.b", "0 0 0 1", "Yang sudah melaporkan tidak boleh melebihi jumlah yang wajib melapor.")]
    [InlineData("A.II.6.i.b", "2 3", "Layanan yang dipermudah tidak boleh melebihi layanan yang terdata.")]
    [InlineData("A.II.1.i.a", "2 -1", "Perubahan yang dibuat tidak boleh negatif (-1).")]
    [InlineData("A.II.3.iii.a", "-4 1 1", "Pelanggaran tahun sebelumnya tidak boleh negatif (-4).")]
    [InlineData("A.II.1.i.a", "2 3", null)] // more changes than agents is allowed
    [InlineData("A.II.3.iii.a", "2 3 9", null)] // the sanctioned count is not in the formula
    public void Part_larger_than_its_whole_is_refused_with_the_reason(string code, string counts, string? fault) => Assert.Equal(
        fault is null ? [] : [fault], AnswerRules.FaultsOf(TheInstrument.Lke2021.Question(code)!, Counts(code, counts)));

    // P90 Lampiran III prints 1 due, 1 in progress, 1 resolved as a full score, so the sum may exceed what is due
    // exactly when everything due is resolved; one resolved less and it is refused.
    [Theory]
    [InlineData("1 1 1", 0)]
    [InlineData("2 5 2", 0)]
    [InlineData("2 1 1", 0)]
    [InlineData("2 2 1", 1)]
    [InlineData("0 1 0", 1)] // nothing due yet one in progress: a contradiction, and no full score for it
    [InlineData("2 0 3", 2)] // too many resolved, alone and together
    public void Complaints_in_progress_may_overlap_only_when_all_are_resolved(string counts, int faults) => Assert.Equal(
        faults, AnswerRules.FaultsOf(TheInstrument.Lke2021.Question("A.II.5.ii.a")!, Counts("A.II.5.ii.a", counts)).Count);

    [Fact]
    public void Every_fault_of_one_answer_is_told()
    {
        var answer = new CountsAnswer(new Dictionary<string, long> { ["jumlah_sasaran"] = -1, ["lain"] = -2, ["sasaran_100"] = -3 });

        Assert.Equal(
            [
                "isian \"lain\" tidak dikenal.",
                "Sasaran kinerja tidak boleh negatif (-1).",
                "isian \"lain\" tidak boleh negatif (-2).",
                "Sasaran yang tercapai 100 % atau lebih tidak boleh negatif (-3).",
            ],
            AnswerRules.FaultsOf(TheInstrument.Lke2021.Question("A.II.4.i.a")!, answer));
    }

    [Fact]
    public void Counts_as_large_as_a_long_do_not_overflow()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021)
            .Count("A.II.5.iii.a", ("kepala_satker", Huge), ("pejabat_wajib", Huge), ("lainnya", Huge), ("sudah_lapor", Huge))
            .Count("A.II.5.ii.a", ("harus_tl", Huge), ("sedang_proses", Huge), ("selesai_tl", Huge))
            .Count("A.II.1.i.a", ("jumlah_agen", Huge), ("jumlah_perubahan", Huge - 1));

        Assert.Equal(Fraction.Of(1, 3), sheet.Line("A.II.5.iii.a").Value);
        Assert.Equal(Fraction.One, sheet.Line("A.II.5.ii.a").Value);
        Assert.Equal(Fraction.Of(Huge - 1, Huge), sheet.Line("A.II.1.i.a").Value);
        Assert.True(sheet.Line("A.II.1.i.a").Value < Fraction.One);
    }

    [Theory]
    [InlineData("A.II.3.iii.a", "4 1", 2)] // sanctioned is required, though not in the formula
    [InlineData("A.II.5.ii.a", "4", 1)]
    [InlineData("A.II.5.ii.a", "0", 1)] // nothing due so far, but not yet said: no full score and no note
    [InlineData("A.II.5.iii.a", "1 1 1", 3)]
    [InlineData("A.II.4.i.a", "", 0)]
    public void Missing_counts_score_as_unanswered_but_are_no_fault(string code, string counts, int filled)
    {
        var answer = Counts(code, counts);
        var sheet = new AnswerSheet(TheInstrument.Lke2021).With(code, answer);
        var line = sheet.Line(code);

        Assert.Empty(AnswerRules.FaultsOf(line.Question, answer));
        Assert.False(AnswerRules.IsComplete(line.Question, answer));
        Assert.False(AnswerRules.NeedsNote(line.Question, answer));
        Assert.Equal((Fraction.Zero, false, ScoreReason.CountsMissing), (line.Value, line.Answered, line.Reason));
        Assert.Equal(new Completeness(0, 113, filled, 22), sheet.Score().Completeness);
    }

    [Fact]
    public void Wealth_reports_are_the_average_of_both_kinds_times_two()
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021)
            .With("A.II.5.iii.a", Counts("A.II.5.iii.a", "1 1 1 3"))     // 1
            .With("A.II.5.iii.b", Counts("A.II.5.iii.b", "1 2 5 4"))     // 1/2
            .Score();

        Assert.Equal(1.5m, sheet.Section("A.II.5.iii").Points); // (1 + 1/2) / 2 x 2.00; without the second it would be 2.00
    }

    private static CountsAnswer Counts(string code, string counts) => new(
        TheInstrument.Lke2021.Question(code)!.Formula!.Inputs
            .Zip(counts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(pair => pair.First.Key, pair => long.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture)));
}
