using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>Why a line has the value it has; <see cref="ScoreExplanation"/> puts it into words.</summary>
public enum ScoreReason
{
    Unanswered,

    /// <summary>Some counts of a counted question are missing: as unanswered.</summary>
    CountsMissing,

    /// <summary>The answer does not fit the question (an instrument was corrected after it was given): as unanswered.</summary>
    NotAcceptable,
    Choice,
    Level,
    Ratio,

    /// <summary>The ratio is above 1 and counts as 1.</summary>
    RatioCapped,
    NoDecrease,
    NothingDueFull,
    NothingThereZero,
}

/// <summary>One question's working: <c>Points = Value × Factor</c>.</summary>
/// <param name="Leaf">The sub-criterion the question belongs to, whose weight its questions share equally.</param>
/// <param name="Value">0..1, from the scale or the formula.</param>
/// <param name="Factor">Points at most: the sub-criterion's weight divided by its number of questions.</param>
public sealed record ScoreLine(
    Question Question, Section Leaf, AnswerValue? Answer, Fraction Value, Fraction Factor, ScoreReason Reason)
{
    public Fraction Points => Value * Factor;

    public Fraction Lost => Factor - Points;

    public bool Answered => Reason is not (ScoreReason.Unanswered or ScoreReason.CountsMissing or ScoreReason.NotAcceptable);
}

/// <summary>What one section earned.</summary>
/// <param name="Weight">Points at most.</param>
/// <param name="Answered">Questions answered, of <paramref name="Questions"/> in it.</param>
public sealed record SectionScore(
    string Code, string Name, SectionKind? Kind, decimal Weight, Fraction Points, int Answered, int Questions)
{
    public Fraction Lost => Weight - Points;

    /// <summary>Points as a share of the weight, 0..1.</summary>
    public Fraction Share => Points / Weight;
}

/// <param name="Questions">Answered questions of all.</param>
/// <param name="Inputs">Filled single counts of all that counted questions ask for.</param>
public sealed record Completeness(int AnsweredQuestions, int Questions, int FilledInputs, int Inputs)
{
    public bool IsComplete => AnsweredQuestions == Questions && FilledInputs == Inputs;
}

/// <summary>A whole scored sheet with its working. Unanswered questions count as zero; completeness stands beside the total.</summary>
public sealed class ScoreSheet(
    Instrument instrument,
    IReadOnlyList<ScoreLine> lines,
    IReadOnlyDictionary<string, SectionScore> sections,
    SectionScore total,
    Completeness completeness)
{
    public Instrument Instrument { get; } = instrument;

    /// <summary>In the order of the instrument.</summary>
    public IReadOnlyList<ScoreLine> Lines { get; } = lines;

    public SectionScore Total { get; } = total;

    public Completeness Completeness { get; } = completeness;

    /// <summary>A section or a group (A.I Pemenuhan over all areas) by code, or the total by "total".</summary>
    /// <exception cref="KeyNotFoundException">The instrument has no such section.</exception>
    public SectionScore Section(string code) => code == Limit.TotalTarget ? Total : sections[code];

    public IEnumerable<SectionScore> OfKind(SectionKind kind) =>
        Instrument.OfKind(kind).Select(section => sections[section.Code]);
}
