using System.Text.Json;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Papers.Lhe;

/// <summary>A figure of a frozen sheet, exactly as it was written then.</summary>
public sealed record FrozenSection(string Code, string Name, decimal Weight, decimal Points);

public sealed record FrozenLine(string Code, AnswerValue? Answer, decimal Points, decimal Lost);

/// <param name="IsAboutPoints">False for a predicate that must be held before.</param>
public sealed record FrozenGate(string Code, string Label, bool Met, decimal Minimum, decimal Actual, decimal Missing, bool IsAboutPoints);

/// <summary>
/// One layer of an edition, read from the text that was frozen and not scored again: neither a later instrument nor a
/// later engine changes a figure of an LHE that is out.
/// </summary>
public sealed class FrozenScore
{
    private FrozenScore(JsonElement root)
    {
        Unit = root.GetProperty("unit").GetString() ?? "";
        (Total, Weight) = (root.GetProperty("total").GetDecimal(), root.GetProperty("weight").GetDecimal());
        Sections = ((string[])["components", "outcomes", "areas", "aspects", "subcriteria"])
            .SelectMany(list => root.GetProperty(list).EnumerateArray()).Select(SectionOf)
            .DistinctBy(section => section.Code).ToDictionary(section => section.Code);
        Lines = [.. root.GetProperty("questions").EnumerateArray().Select(LineOf)];
        Gates = root.GetProperty("eligibility").EnumerateObject()
            .ToDictionary(predicate => predicate.Name, predicate => (IReadOnlyList<FrozenGate>)[.. predicate.Value.GetProperty("conditions").EnumerateArray().Select(GateOf)]);
    }

    /// <summary>The unit's name of that day.</summary>
    public string Unit { get; }

    public decimal Total { get; }

    public decimal Weight { get; }

    public IReadOnlyDictionary<string, FrozenSection> Sections { get; }

    public IReadOnlyList<FrozenLine> Lines { get; }

    /// <summary>By predicate, every minimum held against the sheet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FrozenGate>> Gates { get; }

    public static FrozenScore Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement);
    }

    private static FrozenSection SectionOf(JsonElement section) => new(
        section.GetProperty("code").GetString()!, section.GetProperty("name").GetString()!,
        section.GetProperty("weight").GetDecimal(), section.GetProperty("points").GetDecimal());

    private static FrozenLine LineOf(JsonElement line) => new(
        line.GetProperty("code").GetString()!,
        line.GetProperty("answer") is { ValueKind: not JsonValueKind.Null } answer ? AnswerJson.Restore(answer.GetRawText()) : null,
        line.GetProperty("points").GetDecimal(),
        line.GetProperty("lost").GetDecimal());

    private static FrozenGate GateOf(JsonElement gate)
    {
        var points = gate.TryGetProperty("minimum", out var minimum);
        return new(
            gate.GetProperty("code").GetString()!, gate.GetProperty("label").GetString()!, gate.GetProperty("met").GetBoolean(),
            points ? minimum.GetDecimal() : 0m, points ? gate.GetProperty("actual").GetDecimal() : 0m, points ? gate.GetProperty("missing").GetDecimal() : 0m, points);
    }
}

/// <summary>The verdict as the LHE found it.</summary>
/// <param name="Lacks">What lacked, as it stands in the middle of a sentence; blocking or still being completed by afirmasi.</param>
public sealed record FrozenVerdict(string Target, bool Eligible, bool ByAffirmation, string Sentence, IReadOnlyList<FrozenLack> Lacks)
{
    /// <returns>Null for editions that are older than kept verdicts.</returns>
    public static FrozenVerdict? Read(string json)
    {
        if (json.Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(
            root.GetProperty("target").GetString()!, root.GetProperty("eligible").GetBoolean(), root.GetProperty("byAffirmation").GetBoolean(),
            root.GetProperty("sentence").GetString()!,
            [.. root.GetProperty("lacks").EnumerateArray().Select(lack => new FrozenLack(
                lack.GetProperty("kind").GetString()!, lack.GetProperty("Text").GetString()!, lack.GetProperty("Blocks").GetBoolean()))]);
    }
}

public sealed record FrozenLack(string Kind, string Text, bool Blocks);
