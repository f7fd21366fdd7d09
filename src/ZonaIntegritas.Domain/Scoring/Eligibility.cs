using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>One condition of a predicate held against a sheet.</summary>
/// <param name="Code">The section's code, "total", or "predikat" for a predicate that must already be held.</param>
/// <param name="Minimum">Points; zero for a condition that is not about points.</param>
/// <param name="MinimumPercent">Set when the rule is written as a percentage.</param>
public sealed record ConditionResult(
    string Code, string Label, bool Met, Fraction Minimum, decimal? MinimumPercent, Fraction Actual, decimal Weight, string? Source)
{
    public const string HeldPredicateCode = "predikat";

    public bool IsAboutPoints => Code != HeldPredicateCode;

    /// <summary>Points short of the minimum; zero when met.</summary>
    public Fraction Missing => Met ? Fraction.Zero : Minimum - Actual;
}

/// <summary>Whether a sheet reaches a predicate, condition by condition.</summary>
public sealed record Verdict(Predicate Predicate, IReadOnlyList<ConditionResult> Conditions)
{
    public bool Eligible => Conditions.All(condition => condition.Met);

    /// <summary>Whether every minimum in points is reached, leaving aside a predicate that must be held before.</summary>
    public bool LimitsMet => Conditions.All(condition => condition.Met || !condition.IsAboutPoints);

    public IEnumerable<ConditionResult> Unmet => Conditions.Where(condition => !condition.Met);
}

/// <summary>Minimum values for a predicate (P90 p. 52-53, p. 58 Tabel 6), compared on unrounded values, inclusive.</summary>
public static class Eligibility
{
    /// <summary>Against every predicate, in the instrument's order.</summary>
    public static IReadOnlyList<Verdict> DecideAll(ScoreSheet sheet, IReadOnlyCollection<string> heldPredicates) =>
        [.. sheet.Instrument.Predicates.Select(predicate => Decide(sheet, predicate, heldPredicates))];

    /// <param name="heldPredicates">Codes of predicates the unit holds today.</param>
    public static Verdict Decide(ScoreSheet sheet, Predicate predicate, IReadOnlyCollection<string> heldPredicates)
    {
        var conditions = predicate.Limits.Select(limit => Hold(limit, sheet));
        return new(predicate, [.. RequiredPredicate(sheet.Instrument, predicate, heldPredicates), .. conditions]);
    }

    private static ConditionResult Hold(Limit limit, ScoreSheet sheet)
    {
        var score = sheet.Section(limit.Target);
        Fraction minimum = limit.MinimumPoints;
        return new(
            limit.Target, limit.Label, score.Points >= minimum, minimum, limit.MinimumPercent, score.Points, score.Weight, limit.Source);
    }

    private static IEnumerable<ConditionResult> RequiredPredicate(
        Instrument instrument, Predicate predicate, IReadOnlyCollection<string> heldPredicates)
    {
        if (predicate.Requires is not { } required)
        {
            return [];
        }

        var name = instrument.Predicate(required)!.Name;
        var held = predicate.IsOpenTo(heldPredicates);
        return [new(ConditionResult.HeldPredicateCode, $"Sudah berpredikat {name}", held, 0m, null, 0m, 0m, predicate.RequiresSource)];
    }
}
