using System.Globalization;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>Whether an answer may be given to a question; every fault is worded for the person who typed it.</summary>
public static class AnswerRules
{
    /// <summary>Empty when the answer is acceptable. Counts that are still missing are not a fault, but not an answer either.</summary>
    public static IReadOnlyList<string> FaultsOf(Question question, AnswerValue answer) => (question.Scale.Kind, answer) switch
    {
        (ScaleKind.Choice, ChoiceAnswer choice) => ChoiceFaults(question, choice),
        (ScaleKind.Counted, CountsAnswer counts) => CountFaults(question.Formula!, counts),
        (ScaleKind.Level, LevelAnswer level) => LevelFaults(question.Scale, level),
        _ => [$"jawaban harus berupa {Expected(question)}."],
    };

    /// <summary>Whether nothing is left to fill in.</summary>
    public static bool IsComplete(Question question, AnswerValue? answer) => answer switch
    {
        null => false,
        CountsAnswer counts => question.Formula is { } formula && counts.Filled(formula.Inputs) == formula.Inputs.Count,
        _ => true,
    };

    /// <summary>
    /// Whether the answer earns its value only because nothing was due; such an answer needs a note that says so.
    /// </summary>
    public static bool NeedsNote(Question question, AnswerValue? answer) =>
        answer is CountsAnswer counts
        && question.Formula is { WhenWholeIsZero: ZeroRule.Full } formula
        && IsComplete(question, answer)
        && CountScoring.NothingWasDue(formula, counts);

    /// <summary>What kind of answer the question takes, in words.</summary>
    public static string Expected(Question question) => question.Scale.Kind switch
    {
        ScaleKind.Choice => "salah satu dari " + string.Join(", ", question.Options.Select(option => option.Key)),
        ScaleKind.Counted => "hitungan " + string.Join(", ", question.Formula!.Inputs.Select(input => input.Key)),
        ScaleKind.Level => $"angka 0 sampai {question.Scale.Maximum.ToString("0.##", CultureInfo.InvariantCulture)}",
        _ => throw new InvalidOperationException($"Unknown scale kind {question.Scale.Kind}."),
    };

    private static IReadOnlyList<string> ChoiceFaults(Question question, ChoiceAnswer choice) =>
        question.Option(choice.Key) is not null ? [] : [$"pilihan \"{choice.Key}\" tidak ada; jawab {Expected(question)}."];

    private static IReadOnlyList<string> LevelFaults(AnswerScale scale, LevelAnswer level) =>
        level.Value >= 0 && level.Value <= scale.Maximum
            ? []
            : [$"nilai {level.Value.ToString(CultureInfo.InvariantCulture)} di luar 0 sampai {scale.Maximum.ToString("0.##", CultureInfo.InvariantCulture)}."];

    private static List<string> CountFaults(CountFormula formula, CountsAnswer counts)
    {
        if (counts.Filled(formula.Inputs) < counts.Counts.Count || counts.Counts.Values.Any(long.IsNegative))
        {
            return [.. WrongCounts(formula, counts)];
        }

        List<string> faults = [];
        foreach (var limit in formula.Limits)
        {
            if (Breaks(limit, formula, counts))
            {
                faults.Add(limit.Reason);
            }
        }

        return faults;
    }

    private static IEnumerable<string> WrongCounts(CountFormula formula, CountsAnswer counts)
    {
        var unknown = counts.Counts.Keys
            .Where(key => formula.Inputs.All(input => input.Key != key))
            .Select(key => $"isian \"{key}\" tidak dikenal.");
        var negative = counts.Counts
            .Where(count => count.Value < 0)
            .Select(count => $"{Label(formula, count.Key)} tidak boleh negatif ({count.Value.ToString(CultureInfo.InvariantCulture)}).");
        return unknown.Concat(negative);
    }

    private static bool Breaks(CountLimit limit, CountFormula formula, CountsAnswer counts)
    {
        if (counts.Sum(limit.Parts) <= counts.Sum(limit.AtMost) || !limit.Parts.Concat(limit.AtMost).All(counts.Counts.ContainsKey))
        {
            return false;
        }

        var whole = counts.Sum(formula.Whole);
        return !(limit.WaivedWhenFull && whole > 0 && counts.Sum(formula.Part) == whole);
    }

    private static string Label(CountFormula formula, string key) =>
        formula.Inputs.FirstOrDefault(input => input.Key == key)?.Label ?? $"isian \"{key}\"";
}
