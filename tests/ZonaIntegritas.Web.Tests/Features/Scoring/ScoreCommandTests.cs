using System.Text.Json;
using Xunit;
using ZonaIntegritas.Web.Features.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Scoring;

public sealed class ScoreCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("score").FullName;
    private readonly MemoryStream _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Good_file_prints_the_whole_sheet_and_ends_with_0()
    {
        var code = Score("""{ "unit": "Samsat", "answers": { "A.I.1.i.a": "Ya" }, "hasil": { "B.I.a": 3.6 } }""");

        using var sheet = JsonDocument.Parse(_output.ToArray());
        Assert.Equal((0, ""), (code, _errors.ToString()));
        Assert.Equal("Samsat", sheet.RootElement.GetProperty("unit").GetString());
        Assert.Equal(16m, sheet.RootElement.GetProperty("total").GetDecimal()); // 0.25 + 15.75
        Assert.Equal(113, sheet.RootElement.GetProperty("questions").GetArrayLength());
        Assert.False(sheet.RootElement.GetProperty("eligibility").GetProperty("WBK").GetProperty("eligible").GetBoolean());
        Assert.Equal((byte)'\n', _output.ToArray()[^1]);
    }

    [Fact]
    public void Unknown_member_is_a_remark_beside_a_sheet()
    {
        Assert.Equal(0, Score("""{ "answers": {}, "catatan": "x" }"""));
        Assert.Contains("\"catatan\"", _errors.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, _output.Length);
    }

    [Fact]
    public void Faulty_answers_print_every_fault_no_sheet_and_end_with_2()
    {
        Assert.Equal(2, Score("""{ "answers": { "A.I.1.i.a": "ya", "Z.1": "A" }, "hasil": { "B.I.a": 9 } }"""));
        Assert.Equal(0, _output.Length);
        Assert.Equal(["A.I.1.i.a", "Z.1", "B.I.a"], ErrorLines().Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void Faulty_instrument_prints_its_faults_and_ends_with_2()
    {
        Assert.Equal(2, Run(Save("answers.json", """{ "answers": {} }"""), "--instrument", Save("instrument.json", """{ "id": "x" }""")));
        Assert.Equal(0, _output.Length);
        Assert.Contains("version: wajib diisi.", ErrorLines());
    }

    [Fact]
    public void Missing_file_or_wrong_usage_ends_with_2_and_says_so()
    {
        Assert.Equal(2, Run(Path.Combine(_folder, "tidak-ada.json")));
        Assert.Equal(2, Run());
        Assert.Equal(2, Run("a.json", "--instrumen", "b.json"));
        Assert.Equal(2, Run("a.json", "b.json"));
        Assert.Equal(0, _output.Length);
        Assert.Contains("tidak-ada.json", ErrorLines()[0], StringComparison.Ordinal);
        Assert.Equal(3, ErrorLines().Count(line => line.StartsWith("Pemakaian:", StringComparison.Ordinal)));
    }

    private int Score(string json) => Run(Save("answers.json", json));

    private int Run(params string[] arguments) => ScoreCommand.Run(arguments, _output, _errors);

    private string[] ErrorLines() => _errors.ToString()
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Save(string name, string json)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, json);
        return file;
    }
}
