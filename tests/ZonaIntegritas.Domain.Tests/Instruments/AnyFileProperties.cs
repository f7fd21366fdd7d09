using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Instruments;

/// <summary>A person may hand in any file: it is read, or its faults are named; it never breaks the page.</summary>
public class AnyFileProperties
{
    private static readonly string[] Values =
    [
        "null", "0", "-1", "1e28", "79228162514264337593543950335", "1e400", "\"\"", "\" \"", "\"total\"", "\"A\"", "[]", "{}", "[null]", "[[]]", "true", "\"\\u0000\"", "\"\\ud800\"",
    ];

    [Property(MaxTest = 2_000)]
    public void One_spot_replaced_by_anything_is_read_or_named(NonNegativeInt spot, NonNegativeInt value)
    {
        var file = JsonNode.Parse(SmallInstrument.Json)!;
        List<JsonNode> spots = [.. Below(file).Skip(1)];
        var json = Replace(file, spots[spot.Get % spots.Count], Values[value.Get % Values.Length]);

        var reading = InstrumentFile.Read(Encoding.UTF8.GetBytes(json));

        Assert.NotEqual(reading.Instrument is null, reading.Faults.Count == 0);
    }

    [Property(MaxTest = 500)]
    public void Any_bytes_are_read_or_named(byte[] bytes) => Assert.NotEmpty(InstrumentFile.Read(bytes).Faults);

    [Property(MaxTest = 500)]
    public void A_file_with_one_byte_changed_is_read_or_named(NonNegativeInt at, byte other)
    {
        var bytes = Encoding.UTF8.GetBytes(SmallInstrument.Json);
        bytes[at.Get % bytes.Length] = other;

        var reading = InstrumentFile.Read(bytes);

        Assert.NotEqual(reading.Instrument is null, reading.Faults.Count == 0);
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Below).Prepend(node);

    private static string Replace(JsonNode file, JsonNode spot, string value)
    {
        const string Mark = "\"\u2603\"";
        spot.ReplaceWith("\u2603");
        return file.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace(Mark, value, StringComparison.Ordinal);
    }
}
