using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

/// <summary>How many units reach which predicate, and which limits are missed most often.</summary>
internal static class RecapCounts
{
    private const int MostMissed = 10;
    private const ColumnAlignment Right = ColumnAlignment.Right;

    public static IEnumerable<PaperBlock> Blocks(RecapFacts facts) =>
    [
        new Heading(1, "Terhadap batas WBK dan WBBM"),
        PredicatesOf(facts),
        new Heading(1, "Syarat nilai yang paling sering belum terpenuhi"),
        .. Missed(facts),
    ];

    private static Table PredicatesOf(RecapFacts facts) => new(
        [new("Predikat", 4), new("Menjadi target", 1.4f, Right), new("Target terpenuhi", 1.5f, Right), new("Seluruh syarat nilai terpenuhi", 2, Right), new("Unit bernilai", 1.3f, Right)],
        [.. (facts.Instrument?.Predicates ?? []).Select(predicate => TableRow.Of(
            predicate.Name,
            RecapPaper.Say(facts.Rows.Count(row => row.Shown.Target == predicate.Code)),
            RecapPaper.Say(facts.Rows.Count(row => row.Shown.Target == predicate.Code && row.Shown.Score is { TargetMet: true })),
            RecapPaper.Say(facts.Rows.Count(row => Reaches(row, predicate))),
            RecapPaper.Say(facts.Rows.Count(row => row.HasScore))))]);

    private static IEnumerable<PaperBlock> Missed(RecapFacts facts)
    {
        var scored = facts.Rows.Count(row => row.HasScore);
        var missed = MissedOf(facts).ToList();
        if (missed.Count == 0)
        {
            yield return new Paragraph(scored == 0 ? "Belum ada unit yang bernilai." : "Tidak ada: setiap unit memenuhi seluruh syarat nilai targetnya.");
            yield break;
        }

        yield return new Table(
            [new("Target", 0.9f), new("Syarat", 5), new("Unit yang belum", 1.4f, Right), new("Dari unit bertarget sama", 2, Right)],
            [.. missed.Select(gate => TableRow.Of(gate.Predicate, gate.Label, RecapPaper.Say(gate.Units), Indonesian.Percent(Fraction.Of(gate.Units, gate.Of))))])
        {
            Caption = "Dihitung terhadap target tiap unit.",
        };
    }

    /// <summary>Against each unit's own target, most units first.</summary>
    internal static IEnumerable<(string Predicate, string Label, int Units, int Of)> MissedOf(RecapFacts facts) =>
        (facts.Instrument?.Predicates ?? [])
        .SelectMany(predicate => GatesOf(predicate).Select(gate => (
            Predicate: predicate.Code,
            gate.Label,
            Units: facts.Rows.Count(row => row.Shown.Target == predicate.Code && row.Unmet.Contains(UnmetGates.Key(predicate.Code, gate.Code))),
            Of: facts.Rows.Count(row => row.Shown.Target == predicate.Code && row.HasScore))))
        .Where(gate => gate.Units > 0)
        .OrderByDescending(gate => gate.Units)
        .Take(MostMissed);

    private static IEnumerable<(string Code, string Label)> GatesOf(Predicate predicate) =>
    [
        .. predicate.Requires is { } required ? ((string, string)[])[(ConditionResult.HeldPredicateCode, $"Sudah berpredikat {required}")] : [],
        .. predicate.Limits.Select(limit => (limit.Target, limit.Label)),
    ];

    private static bool Reaches(RecapRow row, Predicate predicate) =>
        row.HasScore && !row.Unmet.Any(gate => gate.StartsWith(predicate.Code + ":", StringComparison.Ordinal));
}
