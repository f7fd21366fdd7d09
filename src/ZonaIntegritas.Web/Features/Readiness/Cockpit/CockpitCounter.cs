using System.Linq.Expressions;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Asks everything that the cockpit counts in one command, and reads the answers.</summary>
internal sealed class CockpitCounter(Instrument instrument, IReadOnlyList<WindowLine> windows)
{
    private const string Units = "units";
    private const string Found = "found";
    private const string Scored = "scored";
    private const string TargetMet = "met";

    public async Task<(ReadinessSums Sums, CockpitFigures Cockpit)> CountAsync(
        IQueryable<FoundSheet> sheets, Expression<Func<FoundSheet, bool>>? narrowed, CancellationToken ct)
    {
        var counted = await CountedAtOnce.CountAsync(sheets, Wanted(narrowed), ct);
        return (new(counted[Units], counted.GetValueOrDefault(Found, counted[Units]), counted[TargetMet]), Read(counted));
    }

    private Dictionary<string, Expression<Func<FoundSheet, bool>>> Wanted(Expression<Func<FoundSheet, bool>>? narrowed)
    {
        var wanted = new Dictionary<string, Expression<Func<FoundSheet, bool>>>
        {
            [Units] = _ => true,
            [Scored] = FoundConditions.Scored,
            [TargetMet] = FoundConditions.TargetMet,
        };
        if (narrowed is not null)
        {
            wanted[Found] = narrowed;
        }

        foreach (var turn in Enum.GetValues<Turn>())
        {
            wanted[Key(turn)] = FoundConditions.Waits(turn);
        }

        foreach (var predicate in instrument.Predicates)
        {
            var code = predicate.Code;
            wanted[code] = FoundConditions.Reaches(code);
            wanted[Heading(code)] = found => found.Sheet.Target == code;
            GatesOf(predicate).Select(gate => UnmetGates.Key(code, gate.Target)).ToList().ForEach(key => wanted[key] = FoundConditions.Misses(key));
        }

        return wanted;
    }

    private CockpitFigures Read(IReadOnlyDictionary<string, int> counted)
    {
        List<PredicateCount> predicates = [.. instrument.Predicates.Select(predicate =>
            new PredicateCount(predicate.Code, predicate.Name, counted[predicate.Code], counted[Heading(predicate.Code)]))];
        List<GateCount> gates = [.. instrument.Predicates
            .SelectMany(predicate => GatesOf(predicate).Select(gate => (Predicate: predicate.Code, Gate: gate)))
            .GroupBy(known => known.Gate.Target)
            .Select(same => new GateCount(same.Key, same.First().Gate.Label, [.. same.Select(known => Miss(known.Predicate, known.Gate, counted))]))
            // A predicate held before is nothing that answers can lack.
            .OrderBy(gate => gate.Target == ConditionResult.HeldPredicateCode)
            .ThenByDescending(gate => gate.Misses[0].Units).ThenByDescending(gate => gate.Misses.Sum(miss => miss.Units))];
        return new(
            CockpitSentence.Of(instrument, counted[Units], counted[Scored], predicates, gates),
            counted[Units], counted[Scored], predicates, gates,
            [.. Enum.GetValues<Turn>().Select(turn => new TurnCount(turn, AssessmentWords.Say(turn), counted[Key(turn)]))],
            windows);
    }

    private static GateMiss Miss(string predicate, Limit gate, IReadOnlyDictionary<string, int> counted)
    {
        var key = UnmetGates.Key(predicate, gate.Target);
        var minimum = gate.Target == ConditionResult.HeldPredicateCode ? "" : LimitWords.Minimum(gate);
        return new(predicate, key, minimum, counted[key]);
    }

    /// <summary>The limits, and a predicate that must be held before as one of them.</summary>
    private static IEnumerable<Limit> GatesOf(Predicate predicate) => predicate.Requires is { } required
        ? [.. predicate.Limits, new(ConditionResult.HeldPredicateCode, $"Sudah berpredikat {required}", 0m, null, predicate.RequiresSource)]
        : predicate.Limits;

    private static string Key(Turn turn) => $"turn:{turn}";

    private static string Heading(string predicate) => $"target:{predicate}";
}
