using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>The better answers that a plan may choose from, question by question.</summary>
public static class Improvements
{
    /// <summary>Surveys are written with two decimals.</summary>
    private const int LevelHundredths = 100;

    /// <param name="effort">Of one step; <see cref="QuestionEffort.Impossible"/> leaves the question alone.</param>
    /// <returns>From the smallest to the best; empty when nothing is better, or nothing possible.</returns>
    public static IReadOnlyList<Improvement> Of(ScoreLine line, Instrument instrument, int effort) =>
        effort == QuestionEffort.Impossible
            ? []
            : line.Question.Scale.Kind switch
            {
                ScaleKind.Choice => Choices(line, effort),
                ScaleKind.Counted => Full(line, effort),
                ScaleKind.Level => Levels(line, instrument, effort),
                _ => throw new InvalidOperationException($"Unknown scale kind {line.Question.Scale.Kind}."),
            };

    /// <summary>What the question is worth at best, whatever the effort; null when it is there already.</summary>
    public static Improvement? BestOf(ScoreLine line, Instrument instrument) =>
        Of(line, instrument, QuestionEffort.Least) is [.., var best] ? best : null;

    private static List<Improvement> Choices(ScoreLine line, int effort)
    {
        // Without an answer one stands at the worst option, and giving that one is still a step.
        var options = line.Question.Options.OrderBy(option => option.Value).ToList();
        var today = line.Answered ? line.Value : options[0].Worth;
        List<Improvement> found = [];
        var (steps, reached) = (0, today);
        foreach (var option in options)
        {
            if (option.Worth > reached)
            {
                (steps, reached) = (steps + 1, option.Worth);
            }

            if (option.Worth > line.Value && (found.Count == 0 || option.Worth > found[^1].Value))
            {
                var climbed = Math.Max(1, steps);
                found.Add(new(line, new ChoiceAnswer(option.Key), option.Worth, climbed, climbed * effort));
            }
        }

        return found;
    }

    private static Improvement[] Full(ScoreLine line, int effort) =>
        line.Value < Fraction.One && FullCounts.Of(line.Question, line.Answer as CountsAnswer) is { } counts
            ? [new(line, counts, Fraction.One, 1, effort)]
            : [];

    private static List<Improvement> Levels(ScoreLine line, Instrument instrument, int effort)
    {
        var maximum = line.Question.Scale.Maximum;
        var levels = Targets(line, instrument).Append(maximum)
            .Where(level => Fraction.Of(level, maximum) > line.Value)
            .Distinct().Order();
        return [.. levels.Select((level, index) => new Improvement(
            line, new LevelAnswer(level), Fraction.Of(level, maximum), index + 1, (index + 1) * effort))];
    }

    /// <summary>The smallest indexes that are enough for a limit on a section of which this is the only question.</summary>
    private static IEnumerable<decimal> Targets(ScoreLine line, Instrument instrument)
    {
        var alone = instrument.Place(line.Question.Code)!.Path
            .Where(section => section.SelfAndBelow().Sum(below => below.Questions.Count) == 1)
            .Select(section => section.Code).ToHashSet();
        return instrument.Predicates.SelectMany(predicate => predicate.Limits)
            .Where(limit => alone.Contains(limit.Target))
            .Select(limit => RoundUp(Fraction.FromDecimal(limit.MinimumPoints) / line.Factor * line.Question.Scale.Maximum))
            .Where(level => level <= line.Question.Scale.Maximum);
    }

    private static decimal RoundUp(Fraction level)
    {
        var hundredths = decimal.Floor((level * LevelHundredths).ToDecimal()) / LevelHundredths;
        return hundredths < level ? hundredths + (1m / LevelHundredths) : hundredths;
    }
}
