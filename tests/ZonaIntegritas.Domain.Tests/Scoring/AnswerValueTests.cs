using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

public class AnswerValueTests
{
    [Theory]
    [InlineData("A.I.1.i.a", "Ya", 1)]
    [InlineData("A.I.1.i.a", "Tidak", 0)]
    [InlineData("A.I.1.i.b", "A", 1)]
    [InlineData("A.I.1.i.b", "B", 0.5)]
    [InlineData("A.I.1.i.b", "C", 0)]
    [InlineData("A.I.1.iii.a", "A", 1)]
    [InlineData("A.I.1.iii.a", "B", 0.67)] // literal, not 2/3
    [InlineData("A.I.1.iii.a", "C", 0.33)] // literal, not 1/3
    [InlineData("A.I.1.iii.a", "D", 0)]
    [InlineData("B.I.b", "A", 1)]
    [InlineData("B.I.b", "B", 0.75)]
    [InlineData("B.I.b", "C", 0.5)]
    [InlineData("B.I.b", "D", 0.25)]
    [InlineData("B.I.b", "E", 0)]
    public void Letter_is_worth_its_constant(string code, string key, decimal value)
    {
        var line = new AnswerSheet(TheInstrument.Lke2021).Choose(code, key).Line(code);

        Assert.Equal(value, line.Value);
        Assert.Equal(ScoreReason.Choice, line.Reason);
        Assert.Equal(line.Value * line.Factor, line.Points);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3.2, 14)]
    [InlineData(3.59, 15.70625)]
    [InlineData(3.6, 15.75)]
    [InlineData(4, 17.5)]
    public void Survey_index_is_a_quarter_each(decimal index, decimal points) // index / 4 x 17.5
    {
        Assert.Equal(points, new AnswerSheet(TheInstrument.Lke2021).Index("B.I.a", index).Line("B.I.a").Points);
        Assert.Equal(points, new AnswerSheet(TheInstrument.Lke2021).Index("B.II.a", index).Line("B.II.a").Points);
    }

    public static TheoryData<string, AnswerValue> Unacceptable => new()
    {
        { "A.I.1.i.a", new ChoiceAnswer("A") },
        { "A.I.1.i.b", new ChoiceAnswer("a") },
        { "A.I.1.i.b", new ChoiceAnswer("D") },
        { "A.I.1.i.b", new LevelAnswer(1) },
        { "A.I.1.i.b", new CountsAnswer(new Dictionary<string, long>()) },
        { "A.II.4.i.a", new ChoiceAnswer("A") },
        { "A.II.4.i.a", new LevelAnswer(1) },
        { "A.II.4.i.a", new CountsAnswer(new Dictionary<string, long> { ["jumlah_sasaran"] = 2, ["sasaran_100"] = 3 }) },
        { "A.II.4.i.a", new CountsAnswer(new Dictionary<string, long> { ["jumlah_sasaran"] = -2, ["sasaran_100"] = -3 }) },
        { "A.II.4.i.a", new CountsAnswer(new Dictionary<string, long> { ["jumlah_sasaran"] = 2, ["sasaran_100"] = 1, ["lain"] = 1 }) },
        { "A.II.4.i.a", new CountsAnswer(new Dictionary<string, long> { ["lain"] = -1 }) },
        { "B.I.a", new LevelAnswer(4.01m) },
        { "B.I.a", new LevelAnswer(-0.01m) },
        { "B.I.a", new ChoiceAnswer("A") },
    };

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public void Unacceptable_answer_scores_as_unanswered(string code, AnswerValue answer)
    {
        var sheet = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().With(code, answer);
        var line = sheet.Line(code);

        Assert.Equal((Fraction.Zero, false, ScoreReason.NotAcceptable), (line.Points, line.Answered, line.Reason));
        Assert.Equal(100m - line.Factor, sheet.Score().Total.Points);
        Assert.Equal(112, sheet.Score().Completeness.AnsweredQuestions);
        Assert.False(sheet.Score().Completeness.IsComplete);
        Assert.NotEmpty(AnswerRules.FaultsOf(line.Question, answer));
        Assert.False(AnswerRules.NeedsNote(line.Question, answer));
    }

    [Fact]
    public void Counts_for_a_question_that_has_none_are_not_complete()
    {
        var question = TheInstrument.Lke2021.Question("A.I.1.i.b")!;

        Assert.False(AnswerRules.IsComplete(question, new CountsAnswer(new Dictionary<string, long> { ["x"] = 1 })));
        Assert.False(AnswerRules.IsComplete(question, null));
        Assert.True(AnswerRules.IsComplete(question, new ChoiceAnswer("A")));
    }
}
