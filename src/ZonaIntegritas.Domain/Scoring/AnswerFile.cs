using System.Text;
using System.Text.Json;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Scoring;

/// <param name="Answers">By question code. Empty when there are faults.</param>
/// <param name="HeldPredicates">From the optional member "predikat": a code or a list of codes.</param>
/// <param name="Remarks">Things worth saying that are not faults.</param>
public sealed record AnswerReading(
    string? Unit,
    IReadOnlyDictionary<string, AnswerValue> Answers,
    IReadOnlyList<string> HeldPredicates,
    IReadOnlyList<string> Faults,
    IReadOnlyList<string> Remarks);

/// <summary>
/// Reads a file of answers: <c>answers</c> by question code (a letter, Ya/Tidak, or an object of counts), and
/// <c>hasil</c> for the results (an index or a letter). Null means not answered. Every fault is listed.
/// </summary>
public static class AnswerFile
{
    private static readonly string[] KnownMembers =
        ["unit", "source", "year", "note", "instrument", "expected", "answers", "hasil", "predikat"];

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static AnswerReading Read(Instrument instrument, ReadOnlyMemory<byte> json)
    {
        try
        {
            // A mark that some editors put in front of the text.
            json = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
            using var document = JsonDocument.Parse(json, Options);
            return Read(instrument, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is how JsonElement says that a string is no text: half a surrogate pair, or bytes outside UTF-8.
            return Refuse([$"Berkas bukan JSON yang sah: {error.Message}"]);
        }
    }

    private static AnswerReading Read(Instrument instrument, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse(["Isi berkas harus berupa objek dengan \"answers\" dan \"hasil\"."]);
        }

        var faults = new List<string>();
        var answers = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        if (!root.TryGetProperty("answers", out _) && !root.TryGetProperty("hasil", out _))
        {
            faults.Add("\"answers\" dan \"hasil\" tidak ada: tidak ada yang dapat dinilai.");
        }

        ReadAnswers(instrument, root, "answers", answers, faults);
        ReadAnswers(instrument, root, "hasil", answers, faults);
        var held = ReadHeldPredicates(instrument, root, faults);
        var unit = root.TryGetProperty("unit", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        List<string> remarks = [.. root.EnumerateObject()
            .Where(member => !KnownMembers.Contains(member.Name))
            .Select(member => $"\"{member.Name}\" tidak dikenal dan tidak dipakai.")];
        return faults.Count > 0 ? Refuse(faults) : new(unit, answers, held, [], remarks);
    }

    private static AnswerReading Refuse(IReadOnlyList<string> faults) =>
        new(null, new Dictionary<string, AnswerValue>(), [], faults, []);

    private static void ReadAnswers(
        Instrument instrument, JsonElement root, string member, Dictionary<string, AnswerValue> answers, List<string> faults)
    {
        if (!root.TryGetProperty(member, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"\"{member}\" harus berupa objek: kode soal dan jawabannya.");
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (instrument.Question(property.Name) is not { } question)
            {
                faults.Add($"{property.Name}: kode soal tidak dikenal.");
            }
            else if (answers.ContainsKey(property.Name))
            {
                faults.Add($"{property.Name}: dijawab dua kali.");
            }
            else if (AnswerJson.Read(question, property.Value, faults) is { } answer)
            {
                answers[property.Name] = answer;
            }
        }
    }

    private static List<string> ReadHeldPredicates(Instrument instrument, JsonElement root, List<string> faults)
    {
        if (!root.TryGetProperty("predikat", out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        List<JsonElement> items = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];
        List<string> codes = [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        if (codes.Count != items.Count || codes.Any(code => instrument.Predicate(code) is null))
        {
            faults.Add($"\"predikat\": isi dengan {string.Join(" atau ", instrument.Predicates.Select(predicate => predicate.Code))}.");
        }

        return codes;
    }
}
