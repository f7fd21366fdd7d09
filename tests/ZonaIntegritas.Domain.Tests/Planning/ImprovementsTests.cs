using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Planning;

public class ImprovementsTests
{
    private static readonly Question OfFour = TheInstrument.Lke2021.Places.Select(place => place.Question).First(question => question.Options.Count == 4);

    [Fact]
    public void Every_option_above_todays_costs_a_step_more() =>
        Assert.Equal(["B 1 3", "A 2 6"], Of(new AnswerSheet(TheInstrument.Lke2021).Choose(OfFour.Code, "C"), OfFour.Code, 3));

    [Fact]
    public void Without_an_answer_one_climbs_from_the_worst_option() =>
        Assert.Equal(["C 1 1", "B 2 2", "A 3 3"], Of(new AnswerSheet(TheInstrument.Lke2021), OfFour.Code));

    [Fact]
    public void Best_answer_and_an_impossible_question_leave_nothing_to_do()
    {
        Assert.Empty(Of(new AnswerSheet(TheInstrument.Lke2021).Choose(OfFour.Code, "A"), OfFour.Code));
        Assert.Empty(Of(new AnswerSheet(TheInstrument.Lke2021), OfFour.Code, QuestionEffort.Impossible));
    }

    [Fact]
    public void Survey_climbs_to_the_indexes_that_limits_ask_for_and_then_to_the_top()
    {
        var (ipak, ipkp) = (CodeIn("B.I.a"), CodeIn("B.II"));

        Assert.Equal(["3,6 1 1", "4 2 2"], Of(new AnswerSheet(TheInstrument.Lke2021).Index(ipak, 3.59m), ipak));
        Assert.Equal(["3,2 1 1", "3,6 2 2", "4 3 3"], Of(new AnswerSheet(TheInstrument.Lke2021), ipkp));
        Assert.Equal(["3,6 1 2", "4 2 4"], Of(new AnswerSheet(TheInstrument.Lke2021).Index(ipkp, 3.2m), ipkp, 2));
    }

    [Fact]
    public void Index_between_hundredths_is_rounded_up_to_one_that_is_enough()
    {
        var level = new Question("q", "Soal", null, new("indeks", ScaleKind.Level, [], 4m), [], null, [], null, null);
        var only = new Section("A", SectionKind.Component, "A", 3m, null, [], [level], null);
        var instrument = new Instrument(new("x", "1", "x", "x", "x"), [only], [], [new("P", "P", null, null, [new("A", "A", 1m, null, null)])], []);

        var found = Improvements.Of(ScoringEngine.Score(instrument, new Dictionary<string, AnswerValue>()).Lines[0], instrument, 1);

        Assert.Equal([new LevelAnswer(1.34m), new LevelAnswer(4m)], found.Select(improvement => improvement.Aim));
    }

    [Fact]
    public void Counted_question_is_done_in_full_or_not_at_all()
    {
        foreach (var place in TheInstrument.Lke2021.Places.Where(place => place.Question.Formula is not null))
        {
            var sheet = new AnswerSheet(TheInstrument.Lke2021);
            var improvement = Assert.Single(Improvements.Of(sheet.Line(place.Question.Code), TheInstrument.Lke2021, 4));
            Assert.Equal((1, 4), (improvement.Steps, improvement.Effort));
            Assert.Equal(sheet.With(place.Question.Code, improvement.Aim).Line(place.Question.Code).Points, improvement.Points);
            Assert.Equal(1m, improvement.Value);
        }
    }

    [Fact]
    public void Counted_question_keeps_the_whole_it_has()
    {
        const string Code = "A.II.4.i.a";
        var formula = TheInstrument.Lke2021.Question(Code)!.Formula!;
        var sheet = new AnswerSheet(TheInstrument.Lke2021).Count(Code, (formula.Whole[0], 10), (formula.Part[0], 7));

        var aim = Assert.IsType<CountsAnswer>(Assert.Single(Improvements.Of(sheet.Line(Code), TheInstrument.Lke2021, 1)).Aim);

        Assert.Equal((10m, 10m), (aim.Sum(formula.Whole), aim.Sum(formula.Part)));
    }

    private static string CodeIn(string section) =>
        Assert.Single(TheInstrument.Lke2021.Places, place => place.Path.Any(part => part.Code == section)).Question.Code;

    private static IEnumerable<string> Of(AnswerSheet sheet, string code, int effort = 1) =>
        Improvements.Of(sheet.Line(code), TheInstrument.Lke2021, effort)
            .Select(found => $"{ScoreExplanation.Answer(found.Line.Question, found.Aim)} {found.Steps} {found.Effort}");
}
