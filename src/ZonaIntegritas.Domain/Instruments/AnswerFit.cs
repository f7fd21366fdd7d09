using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>Whether a stored answer fits a question, and in words why it does not.</summary>
internal static class AnswerFit
{
    public static bool Counts(Question? question, AnswerValue? value) =>
        question is not null && value is not null
        && AnswerRules.FaultsOf(question, value).Count == 0 && AnswerRules.IsComplete(question, value);

    /// <returns>Null when it counts, and when it stands as unfinished as it did before.</returns>
    public static string? WhyNot(Question? question, AnswerValue? value, bool countedBefore)
    {
        if (question is null)
        {
            return "Soal ini tidak ada pada versi ini.";
        }

        if (value is null)
        {
            return null;
        }

        if (KindOf(value) != question.Scale.Kind)
        {
            return $"Cara menjawab soal ini lain: sekarang {AnswerRules.Expected(question)}.";
        }

        return value switch
        {
            ChoiceAnswer choice when question.Option(choice.Key) is null =>
                $"Pilihan {choice.Key} tidak ada pada versi ini; yang ada {string.Join(", ", question.Options.Select(option => option.Key))}.",
            LevelAnswer level when level.Value < 0 || level.Value > question.Scale.Maximum =>
                $"Angka {Indonesian.Number(level.Value)} di luar 0 sampai {Indonesian.Number(question.Scale.Maximum)}.",
            CountsAnswer counts => WhyNot(question, question.Formula!, counts, countedBefore),
            _ => null,
        };
    }

    /// <summary>What is stored, also counts the question no longer asks for.</summary>
    public static string Say(Question? question, AnswerValue? value) => value switch
    {
        null => "hanya catatan",
        ChoiceAnswer choice => choice.Key,
        LevelAnswer level => Indonesian.Number(level.Value),
        CountsAnswer { Counts.Count: 0 } => "belum diisi",
        CountsAnswer counts => string.Join("; ", counts.Counts.Select(count => $"{Label(question, count.Key)}: {Indonesian.Number(count.Value)}")),
        _ => throw new InvalidOperationException($"Unknown answer {value.GetType().Name}."),
    };

    private static string? WhyNot(Question question, CountFormula formula, CountsAnswer counts, bool countedBefore)
    {
        var unknown = counts.Counts.Keys.Where(key => formula.Inputs.All(input => input.Key != key)).ToList();
        if (unknown.Count > 0)
        {
            return $"Isian {string.Join(", ", unknown)} tidak ada pada versi ini.";
        }

        if (AnswerRules.FaultsOf(question, counts) is [var fault, ..])
        {
            return fault;
        }

        var missing = formula.Inputs.Where(input => !counts.Counts.ContainsKey(input.Key)).ToList();
        return countedBefore && missing.Count > 0
            ? $"Isian baru belum diisi: {string.Join(", ", missing.Select(input => input.Label))}."
            : null;
    }

    private static ScaleKind KindOf(AnswerValue value) => value switch
    {
        ChoiceAnswer => ScaleKind.Choice,
        LevelAnswer => ScaleKind.Level,
        CountsAnswer => ScaleKind.Counted,
        _ => throw new InvalidOperationException($"Unknown answer {value.GetType().Name}."),
    };

    private static string Label(Question? question, string key) =>
        question?.Formula?.Inputs.FirstOrDefault(input => input.Key == key)?.Label ?? key;
}
