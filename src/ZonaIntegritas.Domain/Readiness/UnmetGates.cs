using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Readiness;

/// <summary>
/// The conditions that a score does not meet, of every predicate, as one text "|WBK:A.5|WBBM:total|": a list counts them
/// with a substring where the rows are, and whether an exact score meets a limit is decided once, when it is scored.
/// </summary>
public static class UnmetGates
{
    /// <summary>Everything is met.</summary>
    public const string None = "|";

    public static string Of(IEnumerable<Verdict> verdicts) =>
        None + string.Concat(verdicts.SelectMany(verdict => verdict.Unmet.Select(gate => Key(verdict.Predicate.Code, gate.Code) + "|")));

    public static string Key(string predicate, string gate) => $"{predicate}:{gate}";

    /// <summary>What a text contains exactly when this gate is not met.</summary>
    public static string Part(string predicate, string gate) => $"|{Key(predicate, gate)}|";

    /// <summary>What a text contains exactly when the predicate is not reached.</summary>
    public static string PartOf(string predicate) => $"|{predicate}:";

    public static IReadOnlySet<string> Read(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
