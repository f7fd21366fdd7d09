namespace ZonaIntegritas.Domain.Instruments;

/// <summary>One minimum of a predicate, on a section or on the total; always inclusive ("minimal").</summary>
/// <param name="Target">A section's code, or <see cref="TotalTarget"/>.</param>
/// <param name="MinimumPoints">Exact, for example 60 % of 7 points = 4.2.</param>
/// <param name="MinimumPercent">Set when the rule is written as a percentage of the section's weight.</param>
/// <param name="Source">Regulation and page.</param>
public sealed record Limit(string Target, string Label, decimal MinimumPoints, decimal? MinimumPercent, string? Source)
{
    public const string TotalTarget = "total";
}

/// <param name="Requires">Code of the predicate that must already be held (WBBM requires WBK).</param>
public sealed record Predicate(
    string Code, string Name, string? Requires, string? RequiresSource, IReadOnlyList<Limit> Limits)
{
    /// <summary>Whether what must be held before is held; whoever holds this predicate already held what it requires.</summary>
    public bool IsOpenTo(IReadOnlyCollection<string> held) => Requires is null || held.Contains(Requires) || held.Contains(Code);
}

/// <summary>A named range of the total, such as "Baik" 60–79.99; from <paramref name="Minimum"/> up to the next band.</summary>
public sealed record Band(string Name, decimal Minimum);
