using System.Text.Json;
using System.Text.Json.Serialization;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>Small instruments and questions made for one test.</summary>
internal static class New
{
    public static InstrumentMaker Instrument() => new();

    public static QuestionDraft Question(string code, string scale, params string[] keys) => new(
        code, $"Pernyataan {code}", null, scale, keys.ToDictionary(key => key, key => $"Teks {key}"), null, null, null, null);

    /// <summary>"bagian" of "seluruh".</summary>
    public static QuestionDraft Counted(string code, ZeroRule whenWholeIsZero = ZeroRule.Zero) => new(
        code, $"Pernyataan {code}", null, "hitungan", null,
        new(FormulaKind.Ratio, [new("bagian", "Bagian", null), new("seluruh", "Seluruh", null)], ["bagian"], ["seluruh"], whenWholeIsZero, [], "Bagian dibagi seluruh"),
        null, null, null);
}

internal sealed class InstrumentMaker
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly List<ScaleDraft> _scales = [new("hitungan", ScaleKind.Counted, null, null)];
    private readonly List<SectionDraft> _areas = [];
    private readonly List<PredicateDraft> _predicates = [];
    private readonly List<BandDraft> _bands = [];

    public InstrumentMaker WithScale(string id, params (string Key, decimal Value)[] options)
    {
        _scales.Add(new(id, ScaleKind.Choice, options.ToDictionary(option => option.Key, option => option.Value), null));
        return this;
    }

    public InstrumentMaker WithArea(string code, decimal weight, params QuestionDraft[] questions)
    {
        _areas.Add(new(code, SectionKind.Area, $"Area {code}", weight, null, null, null, [.. questions]));
        return this;
    }

    public InstrumentMaker WithPredicate(string code, params LimitDraft[] limits)
    {
        _predicates.Add(new(code, $"Predikat {code}", null, null, [.. limits]));
        return this;
    }

    public InstrumentMaker WithBand(string name, decimal minimum)
    {
        _bands.Add(new(name, minimum));
        return this;
    }

    public Instrument Build()
    {
        var reading = InstrumentFile.Read(JsonSerializer.SerializeToUtf8Bytes(Draft(), Options));
        return reading.Instrument ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    private InstrumentDraft Draft()
    {
        var weight = _areas.Sum(area => area.Weight);
        return new(
            "uji", "1", "Program uji", "Instrumen uji", "Dibuat untuk uji", weight, _scales, null,
            [new("X", SectionKind.Component, "Seluruhnya", weight, null, null, _areas, null)], _predicates, _bands);
    }
}
