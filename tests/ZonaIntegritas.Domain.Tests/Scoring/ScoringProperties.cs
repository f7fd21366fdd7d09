using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

[Properties(Arbitrary = [typeof(AnySheet)])]
public class ScoringProperties
{
    [Property]
    public void Total_lies_between_0_and_100(TypedAnswers typed)
    {
        var sheet = typed.Score();

        Assert.True(sheet.Total.Points >= 0m && sheet.Total.Points <= 100m);
        Assert.All(sheet.Lines, line => Assert.True(line.Value >= Fraction.Zero && line.Value <= Fraction.One));
    }

    [Property]
    public void Order_of_the_answers_never_matters(TypedAnswers typed, int seed)
    {
        var shuffled = typed.Answers.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(typed.Score().Lines, new TypedAnswers(shuffled.ToDictionary()).Score().Lines);
        Assert.Equal(typed.Score().Total, new TypedAnswers(shuffled.ToDictionary()).Score().Total);
    }

    [Property(MaxTest = 500)]
    public void Better_answer_never_lowers_anything(TypedAnswers typed, Pick pick)
    {
        var better = Better(pick.Question, typed.Answers.GetValueOrDefault(pick.Question.Code), pick.Number);
        if (AnswerRules.FaultsOf(pick.Question, better).Count > 0)
        {
            return; // more than the whole
        }

        var (before, after) = (typed.Score(), With(typed, pick.Question, better));

        Assert.True(after.Total.Points >= before.Total.Points, $"{before.Total.Points} -> {after.Total.Points}");
        Assert.All(before.Instrument.Sections, section => Assert.True(after.Section(section.Code).Points >= before.Section(section.Code).Points));
        Assert.True(after.Completeness.AnsweredQuestions >= before.Completeness.AnsweredQuestions);
    }

    [Property]
    public void Taking_an_answer_away_never_raises_anything(TypedAnswers typed, Pick pick)
    {
        var without = new TypedAnswers(typed.Answers.Where(answer => answer.Key != pick.Question.Code).ToDictionary());

        Assert.True(without.Score().Total.Points <= typed.Score().Total.Points);
        Assert.True(without.Score().Completeness.AnsweredQuestions <= typed.Score().Completeness.AnsweredQuestions);
    }

    [Property]
    public void Question_points_add_up_to_every_section_and_to_the_total_exactly(TypedAnswers typed)
    {
        var sheet = typed.Score();
        var paths = sheet.Lines.Zip(sheet.Instrument.Places, (line, place) => (line, place.Path));

        Assert.Equal(sheet.Total.Points, Sum(sheet.Lines.Select(line => line.Points)));
        Assert.All(sheet.Instrument.Sections, section => Assert.Equal(
            sheet.Section(section.Code).Points, Sum(paths.Where(pair => pair.Path.Contains(section)).Select(pair => pair.line.Points))));
        Assert.Equal(sheet.Section("A").Points, sheet.Section("A.I").Points + sheet.Section("A.II").Points);
    }

    [Property]
    public void Points_and_lost_points_make_the_weight(TypedAnswers typed)
    {
        var sheet = typed.Score();

        Assert.Equal(100m, sheet.Total.Points + sheet.Total.Lost);
        Assert.All(sheet.Instrument.Sections, section => Assert.Equal(section.Weight, sheet.Section(section.Code).Points + sheet.Section(section.Code).Lost));
        Assert.All(sheet.Lines, line => Assert.Equal(line.Factor, line.Points + line.Lost));
        Assert.Equal(100m, Sum(sheet.Lines.Select(line => line.Factor)));
    }

    [Property]
    public void Completeness_is_never_above_all_and_agrees_with_the_lines(TypedAnswers typed)
    {
        var (answered, questions, filled, inputs) = typed.Score().Completeness;

        Assert.InRange(answered, 0, questions);
        Assert.InRange(filled, 0, inputs);
        Assert.Equal(answered, typed.Score().Lines.Count(line => line.Answered));
        Assert.Equal(answered, typed.Score().Total.Answered);
    }

    [Property]
    public void Verdict_is_no_more_than_its_conditions(TypedAnswers typed)
    {
        foreach (var predicate in TheInstrument.Lke2021.Predicates)
        {
            var verdict = Eligibility.Decide(typed.Score(), predicate, ["WBK"]);

            Assert.Equal(!verdict.Unmet.Any(), verdict.Eligible);
            Assert.All(verdict.Unmet, condition => Assert.Equal(condition.Minimum, condition.Actual + condition.Missing));
        }
    }

    [Property]
    public void Every_line_explains_itself(TypedAnswers typed) => Assert.All(typed.Score().Lines, line =>
    {
        Assert.EndsWith(".", ScoreExplanation.Why(line), StringComparison.Ordinal);
        Assert.NotEmpty(ScoreExplanation.Answer(line));
    });

    private static Fraction Sum(IEnumerable<Fraction> parts) => parts.Aggregate(Fraction.Zero, (sum, part) => sum + part);

    private static ScoreSheet With(TypedAnswers typed, Question question, AnswerValue answer) =>
        new TypedAnswers(new Dictionary<string, AnswerValue>(typed.Answers) { [question.Code] = answer }).Score();

    /// <summary>A step up from the answer; from nothing or from nonsense, any answer is a step up.</summary>
    private static AnswerValue Better(Question question, AnswerValue? answer, int number) => (question.Scale.Kind, answer) switch
    {
        (ScaleKind.Choice, ChoiceAnswer choice) when question.Option(choice.Key) is { } chosen => UpTo(question, chosen, number),
        (ScaleKind.Choice, _) => new ChoiceAnswer(question.Options[number % question.Options.Count].Key),
        (ScaleKind.Level, LevelAnswer level) => new LevelAnswer(Math.Min(4m, Math.Max(0m, level.Value) + (number / 500m))),
        (ScaleKind.Level, _) => new LevelAnswer(number / 250m),
        (_, CountsAnswer counts) => Better(question.Formula!, counts, number),
        _ => new CountsAnswer(question.Formula!.Inputs.ToDictionary(input => input.Key, _ => (long)number)),
    };

    private static ChoiceAnswer UpTo(Question question, AnswerOption chosen, int number)
    {
        AnswerOption[] notWorse = [.. question.Options.Where(option => option.Value >= chosen.Value)];
        return new(notWorse[number % notWorse.Length].Key);
    }

    // More of the part; for a decrease, less of this year.
    private static CountsAnswer Better(CountFormula formula, CountsAnswer counts, int number)
    {
        var changed = counts.Counts.ToDictionary();
        var part = formula.Part[0];
        var step = formula.Kind == FormulaKind.Ratio ? number % 5 : -(number % 5);
        changed[part] = Math.Max(0, changed.GetValueOrDefault(part) + step);
        return new(changed);
    }
}
