using System.Globalization;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>"Will we make it, and where does it fail most" of all units in one sentence.</summary>
internal static class CockpitSentence
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
        return MostMissed(instrument, gates) is { } most
            ? Invariant($"{reached}; paling sering kurang: {most.Label} ({most.Misses[0].Units} unit).")
            : $"{reached}.";
    }

    /// <summary>A part before a sum, for a sum lacks only because a part does.</summary>
    private static GateCount? MostMissed(Instrument instrument, IReadOnlyList<GateCount> gates)
    {
        var missed = gates.Where(gate => gate.Misses[0].Units > 0).ToList();
        return missed.FirstOrDefault(gate => IsPart(instrument, gate.Target)) ?? missed.FirstOrDefault();
    }

    private static bool IsPart(Instrument instrument, string target) =>
        target is not (Limit.TotalTarget or ConditionResult.HeldPredicateCode) && instrument.Section(target) is { Kind: not SectionKind.Component };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
