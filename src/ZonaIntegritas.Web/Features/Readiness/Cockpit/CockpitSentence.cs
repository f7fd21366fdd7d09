using System.Globalization;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>"Will we make it, and where does it fail most" of all units in one sentence.</summary>
public static class CockpitSentence
{
    public static string Of(Instrument instrument, int units, int scored, IReadOnlyList<PredicateCount> predicates, IReadOnlyList<GateCount> gates)
    {
        if (units == 0)
        {
            return "Belum ada lembar kerja.";
        }

        if (scored == 0)
        {
            return Invariant($"Belum ada dari {units} unit yang mulai menjawab, jadi kesiapan belum dapat dinilai.");
        }

        var reached = string.Join(" dan ", predicates.Select((predicate, index) => index == 0
            ? Invariant($"{predicate.Reached} dari {units} unit memenuhi syarat nilai {predicate.Code}")
            : Invariant($"{predicate.Reached} memenuhi {predicate.Code}")));
        return MostMissed(instrument, predicates, gates) is { } most
            ? Invariant($"{reached}; paling sering kurang{most.For}: {most.Label} ({most.Units} unit).")
            : $"{reached}.";
    }

    /// <summary>Of the first predicate that lacks anything: who reaches the lower one in all units asks about the higher.</summary>
    private static (string For, string Label, int Units)? MostMissed(
        Instrument instrument, IReadOnlyList<PredicateCount> predicates, IReadOnlyList<GateCount> gates)
    {
        var missed =
            from known in predicates.Select((predicate, index) => (predicate.Code, Index: index))
            from gate in gates
            from miss in gate.Misses
            where miss.Predicate == known.Code && miss.Units > 0
            orderby known.Index, Rank(instrument, gate.Target), miss.Units descending
            select ((string, string, int)?)(known.Index == 0 ? "" : $" untuk {known.Code}", gate.Label, miss.Units);
        return missed.FirstOrDefault();
    }

    /// <summary>A part before a sum, for a sum lacks only because a part does; a predicate to be held before is nothing that answers can lack.</summary>
    private static int Rank(Instrument instrument, string target) =>
        IsPart(instrument, target) ? 0 : target == ConditionResult.HeldPredicateCode ? 2 : 1;

    private static bool IsPart(Instrument instrument, string target) =>
        target is not (Limit.TotalTarget or ConditionResult.HeldPredicateCode) && instrument.Section(target) is { Kind: not SectionKind.Component };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
