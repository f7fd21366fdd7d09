using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZonaIntegritas.Domain.Instruments;

/// <summary>The outcome of reading an instrument file: an instrument, or every fault found in it.</summary>
public sealed record InstrumentReading(Instrument? Instrument, IReadOnlyList<string> Faults);

/// <summary>Reads an instrument from JSON. A file with any fault is refused whole.</summary>
public static class InstrumentFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A misspelt name must not silently lose a rule, nor a doubled one win over the first.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="json">UTF-8 text of the file.</param>
    public static InstrumentReading Read(ReadOnlySpan<byte> json)
    {
        InstrumentDraft? draft;
        var nulls = new List<string>();
        try
        {
            // A mark that some editors put in front of the text.
            json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
            draft = JsonSerializer.Deserialize<InstrumentDraft>(json, Options);
            FindNulls(JsonSerializer.Deserialize<JsonElement>(json), "$", nulls);
        }
        catch (JsonException error)
        {
            return new(null, [$"{error.Path ?? "$"}: berkas tidak dapat dibaca ({error.Message})"]);
        }

        if (draft is null)
        {
            return new(null, ["Berkas kosong."]);
        }

        // Lists with holes cannot be looked into any further.
        var faults = nulls.Count > 0 ? nulls : InstrumentValidation.FaultsOf(draft);
        return faults.Count > 0 ? new(null, faults) : new(InstrumentBuilder.Build(draft), []);
    }

    private static void FindNulls(JsonElement element, string path, List<string> faults)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                FindNulls(member.Value, $"{path}.{member.Name}", faults);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
            {
                FindNulls(item, $"{path}[{index}]", faults);
                faults.AddRange(item.ValueKind == JsonValueKind.Null ? [$"{path}[{index}]: tidak boleh null."] : []);
            }
        }
    }
}
