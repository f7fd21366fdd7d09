using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

/// <summary>A whole sheet as a unit in the middle of its work has it; any change of any figure is read in review.</summary>
public class GoldenSheetTests
{
    [Fact]
    public void Mixed_unit_scores_as_kept() =>
        GoldenFile.Matches("lke-zi-2021-mixed-unit.json", Write(TheInstrument.Lke2021));

    [Fact]
    public void Kept_sheet_holds_no_wording_of_questions_or_options()
    {
        var reworded = JsonNode.Parse(Files.Bytes("seed-data/instruments/lke-zi-2021.json"))!;
        Reword(reworded["components"]!.AsArray());
        var instrument = InstrumentFile.Read(JsonSerializer.SerializeToUtf8Bytes(reworded)).Instrument!;

        Assert.Equal("lain", instrument.Question("A.I.1.i.a")!.Options[0].Text);
        Assert.Equal(Write(TheInstrument.Lke2021), Write(instrument));
    }

    private static string Write(Instrument instrument)
    {
        var reading = AnswerFile.Read(instrument, Files.Bytes("Cases/mixed-unit.json"));
        Assert.Empty(reading.Faults);
        using var output = new MemoryStream();
        ScoreSheetJson.Write(output, reading.Unit, ScoringEngine.Score(instrument, reading.Answers), reading.HeldPredicates);
        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static void Reword(JsonArray sections)
    {
        foreach (var section in sections.Select(section => section!.AsObject()))
        {
            Reword(section["sections"] as JsonArray ?? []);
            foreach (var question in (section["questions"] as JsonArray ?? []).Select(question => question!.AsObject()))
            {
                question["statement"] = "lain";
                question["guidance"] = "lain";
                question["evidence"] = new JsonArray("lain");
                question["options"] = new JsonObject((question["options"] as JsonObject ?? []).Select(option => KeyValuePair.Create(option.Key, (JsonNode?)"lain")));
            }
        }
    }
}
