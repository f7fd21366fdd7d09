using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Where all units of a reader stand together.</summary>
/// <param name="Sentence">The whole answer in one sentence.</param>
/// <param name="Scored">Units of which something is answered; only they are held against limits.</param>
/// <param name="Gates">Limits, the one that most units miss first.</param>
/// <param name="Windows">How long filling in, evaluation and repair are still open.</param>
public sealed record CockpitFigures(
    string Sentence,
    int Units,
    int Scored,
    IReadOnlyList<PredicateCount> Predicates,
    IReadOnlyList<GateCount> Gates,
    IReadOnlyList<TurnCount> Turns,
    IReadOnlyList<WindowLine> Windows)
{
    public int Unscored => Units - Scored;
}

/// <param name="Heading">Units whose target it is.</param>
public sealed record PredicateCount(string Code, string Name, int Reached, int Heading);

/// <summary>One limit, and how many units miss it for each predicate.</summary>
/// <param name="Target">The section's code, "total" or "predikat".</param>
public sealed record GateCount(string Target, string Label, IReadOnlyList<GateMiss> Misses)
{
    public int Most => Misses.Count == 0 ? 0 : Misses.Max(miss => miss.Units);
}

/// <param name="Key">As it stands in addresses: "WBK:A.5".</param>
/// <param name="Minimum">"60 %", "75,00"; empty for a predicate that must be held.</param>
public sealed record GateMiss(string Predicate, string Key, string Minimum, int Units);

public sealed record TurnCount(Turn Turn, string Label, int Units);

/// <param name="Name">"Pengisian", "Evaluasi TPI".</param>
/// <param name="State">"12 hari lagi".</param>
public sealed record WindowLine(string Name, string State, string Until, bool IsOver);
