using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>Answers to an instrument, built in the words of the form: choose, index, count, leave open.</summary>
internal sealed class AnswerSheet(Instrument instrument)
{
    private readonly Dictionary<string, AnswerValue> _answers = [];

    public IReadOnlyDictionary<string, AnswerValue> Answers => _answers;

    public AnswerSheet BestEverywhere()
    {
        foreach (var place in instrument.Places)
        {
            _answers[place.Question.Code] = Best(place.Question);
        }

        return this;
    }

    public AnswerSheet Choose(string code, string key) => With(code, new ChoiceAnswer(key));

    public AnswerSheet Index(string code, decimal value) => With(code, new LevelAnswer(value));

    public AnswerSheet Count(string code, params (string Key, long Count)[] counts) =>
        With(code, new CountsAnswer(counts.ToDictionary(count => count.Key, count => count.Count)));

    public AnswerSheet With(string code, AnswerValue answer)
    {
        _answers[code] = answer;
        return this;
    }

    public AnswerSheet LeaveOpen(string code)
    {
        _answers.Remove(code);
        return this;
    }

    public ScoreSheet Score() => ScoringEngine.Score(instrument, _answers);

    public ScoreLine Line(string code) => Score().Lines.Single(line => line.Question.Code == code);

    public Verdict For(string predicate, params string[] held) =>
        Eligibility.Decide(Score(), instrument.Predicate(predicate)!, held);

    private static AnswerValue Best(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options.MaxBy(option => option.Value)!.Key),
        ScaleKind.Level => new LevelAnswer(question.Scale.Maximum),
        _ => BestCounts(question.Formula!),
    };

    // One in each whole and all of it in the part: 3 obliged in three columns, 3 reported. A decrease falls to nothing.
    private static CountsAnswer BestCounts(CountFormula formula) => new(formula.Inputs.ToDictionary(
        input => input.Key,
        input => formula.Whole.Contains(input.Key) ? 1L
            : formula.Kind == FormulaKind.Ratio && formula.Part.Contains(input.Key) ? formula.Whole.Count
            : 0L));
}
