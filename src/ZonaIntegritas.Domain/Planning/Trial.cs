using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>Uji coba: other answers laid over a sheet, kept nowhere.</summary>
public sealed class Trial(ScoreSheet before)
{
    private readonly Dictionary<string, AnswerValue> _tried = [];
    private ScoreSheet? _after;

    public ScoreSheet Before { get; } = before;

    public ScoreSheet After => _after ??= Score();

    public bool IsEmpty => _tried.Count == 0;

    public AnswerValue? Tried(string code) => _tried.GetValueOrDefault(code);

    /// <summary>Questions whose points differ, as they would be, in the order of the instrument.</summary>
    public IEnumerable<(ScoreLine Before, ScoreLine After)> Changes =>
        Before.Lines.Zip(After.Lines).Where(pair => pair.First.Value != pair.Second.Value);

    /// <summary>Tries an answer; today's own, or null, takes the trial back.</summary>
    public void Try(string code, AnswerValue? answer)
    {
        _after = null;
        if (answer is null || answer.Equals(Before.Lines.First(line => line.Question.Code == code).Answer))
        {
            _tried.Remove(code);
        }
        else
        {
            _tried[code] = answer;
        }
    }

    public void Clear()
    {
        _tried.Clear();
        _after = null;
    }

    /// <summary>As if everything still open succeeded: open actions reach their aim, and what has no answer gets the best one.</summary>
    /// <param name="aims">By question code; null for "all of it".</param>
    public void SucceedWith(IEnumerable<(string Code, AnswerValue? Aim)> aims)
    {
        Clear();
        var lines = Before.Lines.ToDictionary(line => line.Question.Code);
        foreach (var line in Before.Lines.Where(line => !line.Answered))
        {
            Try(line.Question.Code, Improvements.BestOf(line, Before.Instrument)?.Aim);
        }

        foreach (var (code, aim) in aims)
        {
            if (lines.TryGetValue(code, out var line) && line.Answered)
            {
                Try(code, aim ?? Improvements.BestOf(line, Before.Instrument)?.Aim);
            }
        }
    }

    private ScoreSheet Score()
    {
        var answers = Before.Lines.Where(line => line.Answer is not null).ToDictionary(line => line.Question.Code, line => line.Answer!);
        foreach (var (code, answer) in _tried)
        {
            answers[code] = answer;
        }

        return ScoringEngine.Score(Before.Instrument, answers);
    }
}
