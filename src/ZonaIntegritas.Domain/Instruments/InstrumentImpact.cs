using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>What becomes of one stored answer when its sheet goes from one instrument to another.</summary>
public enum AnswerFate
{
    /// <summary>Stands as it did, also where it was not finished before.</summary>
    Valid,

    /// <summary>Still counts, but the words that it answered are other words now.</summary>
    Recheck,

    /// <summary>Did not count under the old instrument and does under the new: stored before, and not lost.</summary>
    Revived,

    /// <summary>Stays stored and counts for nothing.</summary>
    Uncounted,
}

/// <summary>What one layer has stored about a question.</summary>
/// <param name="Value">Null for a note alone.</param>
public sealed record StoredAnswer(string QuestionCode, AnswerValue? Value, string Note);

/// <param name="Question">As the new instrument asks it, else the old; null when neither knows it.</param>
/// <param name="Said">The answer in words, with every count that is stored.</param>
/// <param name="Reason">Why it is to be looked at or does not count; empty for a valid one.</param>
/// <param name="CountedBefore">Whether it counted under the old instrument.</param>
public sealed record AnswerImpact(
    StoredAnswer Stored, Question? Question, AnswerFate Fate, string Said, string Reason, bool CountedBefore)
{
    public bool StopsCounting => CountedBefore && Fate == AnswerFate.Uncounted;
}

/// <summary>A sheet's target and what its unit holds: what a verdict needs beside the answers.</summary>
public sealed record Aim(string Target, IReadOnlyCollection<string> HeldPredicates);

/// <summary>One layer of a sheet under both instruments.</summary>
/// <param name="Answers">Every stored answer once, in the order in which they were given here: none is lost.</param>
/// <param name="NewOpen">Questions only the new instrument asks and nobody has answered yet.</param>
/// <param name="VerdictAfter">Null when the instrument does not know the target.</param>
public sealed record LayerImpact(
    IReadOnlyList<AnswerImpact> Answers, IReadOnlyList<Question> NewOpen,
    ScoreSheet Before, ScoreSheet After, Verdict? VerdictBefore, Verdict? VerdictAfter)
{
    public Fraction Gain => After.Total.Points - Before.Total.Points;

    public IEnumerable<AnswerImpact> StopCounting => Answers.Where(answer => answer.StopsCounting);

    public IEnumerable<AnswerImpact> Uncounted => Answers.Where(answer => answer.Fate == AnswerFate.Uncounted);
}

/// <summary>What going from one instrument to another does to sheets. Made once for two instruments, asked for each sheet.</summary>
public sealed class InstrumentImpact
{
    private readonly Instrument _before;
    private readonly Instrument _after;
    private readonly Dictionary<string, Difference[]> _reworded;

    public InstrumentImpact(Instrument before, Instrument after)
    {
        (_before, _after) = (before, after);
        _reworded = before.Places
            .Select(place => (place.Question, After: after.Question(place.Question.Code)))
            .Where(pair => pair.After is not null && pair.After != pair.Question)
            .Select(pair => (pair.Question.Code, Words: QuestionComparison.Between(pair.Question, pair.After!).Where(found => found.AffectsMeaning).ToArray()))
            .Where(pair => pair.Words.Length > 0)
            .ToDictionary(pair => pair.Code, pair => pair.Words);
    }

    public LayerImpact Of(IReadOnlyCollection<StoredAnswer> answers, Aim aim)
    {
        var values = answers.Where(answer => answer.Value is not null).ToDictionary(answer => answer.QuestionCode, answer => answer.Value!);
        var (before, after) = (ScoringEngine.Score(_before, values), ScoringEngine.Score(_after, values));
        return new(
            [.. answers.Select(FateOf)],
            [.. after.Lines.Where(line => !line.Answered && _before.Question(line.Question.Code) is null).Select(line => line.Question)],
            before,
            after,
            VerdictOf(before, aim),
            VerdictOf(after, aim));
    }

    private AnswerImpact FateOf(StoredAnswer stored)
    {
        var (old, now) = (_before.Question(stored.QuestionCode), _after.Question(stored.QuestionCode));
        var counted = AnswerFit.Counts(old, stored.Value);
        var said = AnswerFit.Say(old ?? now, stored.Value);
        if (AnswerFit.WhyNot(now, stored.Value, counted) is { } reason)
        {
            return new(stored, now ?? old, AnswerFate.Uncounted, said, reason, counted);
        }

        if (!counted && AnswerFit.Counts(now, stored.Value))
        {
            return new(stored, now, AnswerFate.Revived, said, "Jawaban yang tersimpan dihitung lagi.", false);
        }

        return RewordedBy(stored) is { } reworded
            ? new(stored, now, AnswerFate.Recheck, said, reworded, counted)
            : new(stored, now, AnswerFate.Valid, said, "", counted);
    }

    // The words of options that were not chosen do not touch this answer.
    private string? RewordedBy(StoredAnswer stored) =>
        stored.Value is null ? null
        : _reworded.GetValueOrDefault(stored.QuestionCode)?
            .FirstOrDefault(words => words.Aspect != Aspect.OptionText || (stored.Value is ChoiceAnswer choice && choice.Key == words.Part)) switch
        {
            null => null,
            { Aspect: Aspect.Statement } => "Rumusan soal berubah.",
            { Aspect: Aspect.OptionText } option => $"Rumusan pilihan {option.Part} berubah.",
            { Aspect: Aspect.InputLabel } input => $"Isian \"{input.Before}\" sekarang berbunyi \"{input.After}\".",
            _ => "Rumus hitungan berubah.",
        };

    private static Verdict? VerdictOf(ScoreSheet sheet, Aim aim) =>
        sheet.Instrument.Predicate(aim.Target) is { } predicate ? Eligibility.Decide(sheet, predicate, aim.HeldPredicates) : null;
}
