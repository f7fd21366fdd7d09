using System.Text.Json;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>One answer as JSON: "B", 3.6, or { "jumlah_agen": 2 }; the form of answer files and of the database.</summary>
public static class AnswerJson
{
    /// <summary>Reads and checks an answer against its question.</summary>
    /// <returns>Null when not answered, or when something was added to <paramref name="faults"/>.</returns>
    public static AnswerValue? Read(Question question, JsonElement element, List<string> faults)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var before = faults.Count;
        var answer = Parse(element, fault => faults.Add($"{question.Code}: {fault}"));
        if (answer is not null && faults.Count == before)
        {
            faults.AddRange(AnswerRules.FaultsOf(question, answer).Select(fault => $"{question.Code}: {fault}"));
        }
        else if (faults.Count == before)
        {
            faults.Add($"{question.Code}: jawaban harus berupa {AnswerRules.Expected(question)}.");
        }

        return faults.Count == before ? answer : null;
    }

    public static string Write(AnswerValue answer) => answer switch
    {
        ChoiceAnswer choice => JsonSerializer.Serialize(choice.Key),
        LevelAnswer level => JsonSerializer.Serialize(level.Value),
        CountsAnswer counts => JsonSerializer.Serialize(counts.Counts),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    /// <summary>Reads what <see cref="Write"/> wrote, without a question to check it against.</summary>
    public static AnswerValue Restore(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Parse(document.RootElement, fault => throw new FormatException(fault))
            ?? throw new FormatException("Not a stored answer.");
    }

    private static AnswerValue? Parse(JsonElement element, Action<string> fault) => element.ValueKind switch
    {
        JsonValueKind.String => new ChoiceAnswer(element.GetString()!),
        JsonValueKind.Number when element.TryGetDecimal(out var value) => new LevelAnswer(value),
        JsonValueKind.Object => ParseCounts(element, fault),
        _ => null,
    };

    private static CountsAnswer ParseCounts(JsonElement element, Action<string> fault)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var count))
            {
                counts[property.Name] = count;
            }
            else
            {
                fault($"isian \"{property.Name}\" harus bilangan bulat, bukan {property.Value.GetRawText()}.");
            }
        }

        return new(counts);
    }
}
