using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Planning;

/// <summary>Counts that earn a counted question all its points, as near to today's as they can be.</summary>
internal static class FullCounts
{
    /// <returns>Null when no such counts are found: then nothing is promised for the question.</returns>
    public static CountsAnswer? Of(Question question, CountsAnswer? today)
    {
        var formula = question.Formula!;
        var whole = formula.Whole.ToDictionary(key => key, key => Math.Max(0, today?.Counts.GetValueOrDefault(key) ?? 0));
        return Try(question, whole) ?? Try(question, formula.Whole.ToDictionary(key => key, _ => 1L));
    }

    private static CountsAnswer? Try(Question question, Dictionary<string, long> whole)
    {
        var formula = question.Formula!;
        // A decrease falls to nothing; a ratio has the whole of it in its part; all other inputs (in progress, sanctioned) are nothing.
        var counts = formula.Inputs.ToDictionary(input => input.Key, input => whole.GetValueOrDefault(input.Key));
        var open = formula.Part.Where(key => !whole.ContainsKey(key)).ToList();
        foreach (var key in open)
        {
            counts[key] = formula.Kind == FormulaKind.Ratio && key == open[0] ? whole.Values.Sum() : 0;
        }

        var answer = new CountsAnswer(counts);
        return AnswerRules.FaultsOf(question, answer).Count == 0 && CountScoring.Value(formula, answer).Value == Fraction.One
            && !AnswerRules.NeedsNote(question, answer)
            ? answer
            : null;
    }
}
