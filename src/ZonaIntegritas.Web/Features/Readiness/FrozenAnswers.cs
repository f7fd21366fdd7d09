using System.Text.Json;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>Reads back from a concluded sheet's frozen JSON what was answered and which predicates the unit held then.</summary>
public sealed record FrozenAnswers(IReadOnlyDictionary<string, AnswerValue> Answers, IReadOnlyCollection<string> HeldPredicates)
{
    public static FrozenAnswers Read(Instrument instrument, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(AnswersOf(root), [.. instrument.Predicates.Where(predicate => WasHeld(root, predicate)).Select(predicate => predicate.Requires!)]);
    }

    private static Dictionary<string, AnswerValue> AnswersOf(JsonElement root) => root.GetProperty("questions").EnumerateArray()
        .Where(line => line.GetProperty("answer").ValueKind != JsonValueKind.Null)
        .ToDictionary(
            line => line.GetProperty("code").GetString()!,
            line => AnswerJson.Restore(line.GetProperty("answer").GetRawText()));

    // A unit that won its predicate because of this sheet must not be found to have held it before.
    private static bool WasHeld(JsonElement root, Predicate predicate) =>
        predicate.Requires is not null
        && root.GetProperty("eligibility").GetProperty(predicate.Code).GetProperty("conditions").EnumerateArray().Any(condition =>
            condition.GetProperty("code").GetString() == ConditionResult.HeldPredicateCode && condition.GetProperty("met").GetBoolean());
}
