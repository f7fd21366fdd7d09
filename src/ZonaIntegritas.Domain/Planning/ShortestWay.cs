using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

public enum WayOutcome
{
    /// <summary>Every minimum in points is met today.</summary>
    AlreadyMet,

    /// <summary>The improvements found meet them all at once, with the least effort there is.</summary>
    Found,

    /// <summary>Not even improving everything that may be improved is enough.</summary>
    Unreachable,
}

/// <summary>Jalan terpendek: what to improve, and how the sheet stands before and after.</summary>
/// <param name="Improvements">In the order of the instrument; when unreachable, everything that may be improved.</param>
/// <param name="Blocked">Questions said to be impossible that keep a limit from being met; only when unreachable.</param>
public sealed record Way(
    WayOutcome Outcome,
    IReadOnlyList<Improvement> Improvements,
    ScoreSheet Before,
    ScoreSheet After,
    Verdict VerdictBefore,
    Verdict VerdictAfter,
    IReadOnlyList<ScoreLine> Blocked)
{
    public int Effort => Improvements.Sum(improvement => improvement.Effort);

    /// <summary>A predicate that must be held before: no answer helps.</summary>
    public ConditionResult? HeldMissing => VerdictAfter.Unmet.FirstOrDefault(condition => !condition.IsAboutPoints);

    /// <summary>Minimums in points that stay unmet.</summary>
    public IEnumerable<ConditionResult> StillUnmet => VerdictAfter.Unmet.Where(condition => condition.IsAboutPoints);
}

/// <summary>
/// The improvements with the least total effort that meet every minimum of a predicate at once; among equals the one
/// with the most points, then the one that touches the fewest questions. Exact: proved against trying everything.
/// </summary>
public static class ShortestWay
{
    /// <param name="held">Codes of predicates the unit holds today.</param>
    /// <param name="efforts">Of one step, by question; 1 where nothing is said, 0 for impossible.</param>
    /// <exception cref="ArgumentException">A limit stands on a group of sections, which cuts across the tree.</exception>
    public static Way Find(
        ScoreSheet sheet, Predicate predicate, IReadOnlyCollection<string> held, IReadOnlyDictionary<string, int> efforts)
    {
        RefuseGroups(sheet.Instrument, predicate);
        var before = Eligibility.Decide(sheet, predicate, held);
        if (before.LimitsMet)
        {
            return new(WayOutcome.AlreadyMet, [], sheet, sheet, before, before, []);
        }

        List<Improvement> choices = [.. sheet.Lines.SelectMany(line => Improvements.Of(line, sheet.Instrument, EffortOf(line, efforts)))];
        if (new WaySearch(sheet, predicate, choices).Cheapest() is { } chosen)
        {
            return With(WayOutcome.Found, chosen);
        }

        return With(WayOutcome.Unreachable, [.. choices.GroupBy(choice => choice.QuestionCode).Select(of => of.Last())]);

        Way With(WayOutcome outcome, IReadOnlyList<Improvement> improvements)
        {
            var after = Apply(sheet, improvements);
            var verdict = Eligibility.Decide(after, predicate, held);
            return new(outcome, improvements, sheet, after, before, verdict, BlockedBy(sheet, verdict, efforts));
        }
    }

    /// <summary>The sheet as it would be with these answers.</summary>
    public static ScoreSheet Apply(ScoreSheet sheet, IEnumerable<Improvement> improvements)
    {
        var answers = sheet.Lines.Where(line => line.Answer is not null).ToDictionary(line => line.Question.Code, line => line.Answer!);
        foreach (var improvement in improvements)
        {
            answers[improvement.QuestionCode] = improvement.Aim;
        }

        return ScoringEngine.Score(sheet.Instrument, answers);
    }

    private static int EffortOf(ScoreLine line, IReadOnlyDictionary<string, int> efforts) =>
        efforts.GetValueOrDefault(line.Question.Code, QuestionEffort.Least);

    private static List<ScoreLine> BlockedBy(ScoreSheet sheet, Verdict after, IReadOnlyDictionary<string, int> efforts)
    {
        var unmet = after.Unmet.Where(condition => condition.IsAboutPoints).Select(condition => condition.Code).ToHashSet();
        return
        [
            .. sheet.Lines.Where(line => EffortOf(line, efforts) == QuestionEffort.Impossible
                && Improvements.BestOf(line, sheet.Instrument) is not null
                && (unmet.Contains(Limit.TotalTarget) || sheet.Instrument.Place(line.Question.Code)!.Path.Any(section => unmet.Contains(section.Code)))),
        ];
    }

    private static void RefuseGroups(Instrument instrument, Predicate predicate)
    {
        var strange = predicate.Limits.Select(limit => limit.Target)
            .FirstOrDefault(target => target != Limit.TotalTarget && instrument.Section(target) is null);
        if (strange is not null)
        {
            throw new ArgumentException($"Predicate {predicate.Code} has a limit on {strange}, which is not a section of the tree.", nameof(predicate));
        }
    }
}
