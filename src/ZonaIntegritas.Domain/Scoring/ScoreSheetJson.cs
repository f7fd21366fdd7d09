using System.Text.Encodings.Web;
using System.Text.Json;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <summary>Writes a whole sheet as JSON: every figure unrounded (up to 28 digits), with its working and its verdicts.</summary>
public static class ScoreSheetJson
{
    // Relaxed only in that letters stay readable; the text is never placed inside HTML.
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, string? unit, ScoreSheet sheet, IReadOnlyCollection<string> heldPredicates)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteTitle(json, unit, sheet);
        WriteCompleteness(json, sheet.Completeness);
        WriteSections(json, "components", sheet.OfKind(SectionKind.Component));
        WriteSections(json, "groups", sheet.Instrument.Groups.Select(group => sheet.Section(group.Code)));
        WriteSections(json, "outcomes", sheet.OfKind(SectionKind.Outcome));
        WriteSections(json, "areas", sheet.OfKind(SectionKind.Area));
        WriteSections(json, "aspects", sheet.OfKind(SectionKind.Aspect));
        WriteSections(json, "subcriteria", Leaves(sheet));
        WriteLines(json, sheet.Lines);
        WriteEligibility(json, sheet, heldPredicates);
        json.WriteEndObject();
    }

    private static IEnumerable<SectionScore> Leaves(ScoreSheet sheet) =>
        sheet.Instrument.Sections.Where(section => section.Questions.Count > 0).Select(section => sheet.Section(section.Code));

    private static void WriteTitle(Utf8JsonWriter json, string? unit, ScoreSheet sheet)
    {
        json.WriteString("unit", unit);
        json.WriteStartObject("instrument");
        json.WriteString("id", sheet.Instrument.Title.Id);
        json.WriteString("version", sheet.Instrument.Title.Version);
        json.WriteNumber("engine", ScoringEngine.Version);
        json.WriteEndObject();
        WriteNumber(json, "total", sheet.Total.Points);
        json.WriteNumber("weight", sheet.Total.Weight);
        if (BandTable.Place(sheet) is { } band)
        {
            json.WriteString("band", band.Name);
        }
    }

    private static void WriteCompleteness(Utf8JsonWriter json, Completeness completeness)
    {
        json.WriteStartObject("completeness");
        json.WriteBoolean("complete", completeness.IsComplete);
        json.WriteNumber("answered", completeness.AnsweredQuestions);
        json.WriteNumber("questions", completeness.Questions);
        json.WriteNumber("filledInputs", completeness.FilledInputs);
        json.WriteNumber("inputs", completeness.Inputs);
        WriteNumber(json, "percent", Fraction.Of(completeness.AnsweredQuestions, completeness.Questions) * 100m);
        json.WriteEndObject();
    }

    private static void WriteSections(Utf8JsonWriter json, string name, IEnumerable<SectionScore> sections)
    {
        json.WriteStartArray(name);
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("code", section.Code);
            json.WriteString("name", section.Name);
            json.WriteNumber("weight", section.Weight);
            WriteNumber(json, "points", section.Points);
            WriteNumber(json, "lost", section.Lost);
            WriteNumber(json, "percent", section.Share * 100m);
            json.WriteNumber("answered", section.Answered);
            json.WriteNumber("questions", section.Questions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, IEnumerable<ScoreLine> lines)
    {
        json.WriteStartArray("questions");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("code", line.Question.Code);
            json.WriteString("subcriterion", line.Leaf.Code);
            json.WriteNumber("weight", line.Leaf.Weight);
            json.WritePropertyName("answer");
            json.WriteRawValue(line.Answer is null ? "null" : AnswerJson.Write(line.Answer));
            WriteNumber(json, "value", line.Value);
            WriteNumber(json, "factor", line.Factor);
            WriteNumber(json, "points", line.Points);
            WriteNumber(json, "lost", line.Lost);
            json.WriteBoolean("answered", line.Answered);
            json.WriteString("why", ScoreExplanation.Why(line));
            json.WriteString("source", line.Question.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEligibility(Utf8JsonWriter json, ScoreSheet sheet, IReadOnlyCollection<string> heldPredicates)
    {
        json.WriteStartObject("eligibility");
        foreach (var predicate in sheet.Instrument.Predicates)
        {
            var verdict = Eligibility.Decide(sheet, predicate, heldPredicates);
            json.WriteStartObject(predicate.Code);
            json.WriteBoolean("eligible", verdict.Eligible);
            json.WriteBoolean("limitsMet", verdict.LimitsMet);
            WriteConditions(json, "conditions", verdict.Conditions);
            WriteConditions(json, "unmet", verdict.Unmet);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, string name, IEnumerable<ConditionResult> conditions)
    {
        json.WriteStartArray(name);
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("code", condition.Code);
            json.WriteString("label", condition.Label);
            json.WriteBoolean("met", condition.Met);
            if (condition.IsAboutPoints)
            {
                WriteNumber(json, "minimum", condition.Minimum);
                WriteNumber(json, "actual", condition.Actual);
                WriteNumber(json, "missing", condition.Missing);
            }

            if (condition.MinimumPercent is { } percent)
            {
                json.WriteNumber("minimumPercent", percent);
                WriteNumber(json, "actualPercent", condition.Actual / condition.Weight * 100m);
            }

            json.WriteString("source", condition.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, Fraction value) =>
        json.WriteNumber(name, value.ToDecimal());
}
