using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>
/// From answers to a score, without clock, database or culture. Value of an answer and aggregation follow P90
/// Lampiran III: a sub-criterion is the average of its answers times its weight; everything above it is a sum.
/// </summary>
public static class ScoringEngine
{
    /// <summary>Stored with a frozen sheet; goes up when a change here could change a number.</summary>
    public const int Version = 1;

    /// <param name="answers">By question code; codes the instrument does not know are ignored.</param>
    public static ScoreSheet Score(Instrument instrument, IReadOnlyDictionary<string, AnswerValue> answers)
    {
        var lines = new List<ScoreLine>(instrument.Places.Count);
        var sections = new Dictionary<string, SectionScore>(instrument.Sections.Count + instrument.Groups.Count);
        foreach (var component in instrument.Components)
        {
            ScoreSection(component, answers, lines, sections);
        }

        foreach (var group in instrument.Groups)
        {
            var members = instrument.Sections.Where(section => section.Group == group.Code);
            sections[group.Code] = Sum(group.Code, group.Name, null, [.. members.Select(member => sections[member.Code])]);
        }

        var total = Sum(Limit.TotalTarget, "Total", null, [.. instrument.Components.Select(component => sections[component.Code])]);
        return new(instrument, lines, sections, total, CompletenessOf(instrument, lines));
    }

    private static SectionScore ScoreSection(
        Section section,
        IReadOnlyDictionary<string, AnswerValue> answers,
        List<ScoreLine> lines,
        Dictionary<string, SectionScore> sections)
    {
        var score = section.Questions.Count > 0
            ? ScoreLeaf(section, answers, lines)
            : Sum(section.Code, section.Name, section.Kind, [.. section.Sections.Select(child => ScoreSection(child, answers, lines, sections))]);
        sections[section.Code] = score;
        return score;
    }

    private static SectionScore ScoreLeaf(Section leaf, IReadOnlyDictionary<string, AnswerValue> answers, List<ScoreLine> lines)
    {
        var factor = leaf.QuestionWeight;
        var (values, answered) = (Fraction.Zero, 0);
        foreach (var question in leaf.Questions)
        {
            var answer = answers.GetValueOrDefault(question.Code);
            var (value, reason) = ValueOf(question, answer);
            var line = new ScoreLine(question, leaf, answer, value, factor, reason);
            lines.Add(line);
            values += value;
            answered += line.Answered ? 1 : 0;
        }

        return new(leaf.Code, leaf.Name, leaf.Kind, leaf.Weight, values * factor, answered, leaf.Questions.Count);
    }

    private static (Fraction Value, ScoreReason Reason) ValueOf(Question question, AnswerValue? answer)
    {
        if (answer is null)
        {
            return (Fraction.Zero, ScoreReason.Unanswered);
        }

        if (AnswerRules.FaultsOf(question, answer).Count > 0)
        {
            return (Fraction.Zero, ScoreReason.NotAcceptable);
        }

        return answer switch
        {
            ChoiceAnswer choice => (question.Option(choice.Key)!.Worth, ScoreReason.Choice),
            LevelAnswer level => (Fraction.Of(level.Value, question.Scale.Maximum), ScoreReason.Level),
            CountsAnswer counts when AnswerRules.IsComplete(question, counts) => CountScoring.Value(question.Formula!, counts),
            _ => (Fraction.Zero, ScoreReason.CountsMissing),
        };
    }

    private static SectionScore Sum(string code, string name, SectionKind? kind, IReadOnlyList<SectionScore> parts)
    {
        var (weight, points, answered, questions) = (0m, Fraction.Zero, 0, 0);
        foreach (var part in parts)
        {
            weight += part.Weight;
            points += part.Points;
            answered += part.Answered;
            questions += part.Questions;
        }

        return new(code, name, kind, weight, points, answered, questions);
    }

    private static Completeness CompletenessOf(Instrument instrument, List<ScoreLine> lines)
    {
        var (answered, filled) = (0, 0);
        foreach (var line in lines)
        {
            answered += line.Answered ? 1 : 0;
            filled += line is { Answer: CountsAnswer counts, Question.Formula: { } formula } ? counts.Filled(formula.Inputs) : 0;
        }

        return new(answered, lines.Count, filled, instrument.CountInputs);
    }
}
