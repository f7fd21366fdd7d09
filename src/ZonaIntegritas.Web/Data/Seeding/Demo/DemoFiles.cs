using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZonaIntegritas.Web.Data.Seeding.Demo;

/// <summary>Reads the demo's files strictly: an unknown or missing member is a fault, so that no typing error hides.</summary>
public static class DemoFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data", "demo");

    public static Task<DemoOffice> OfficeAsync(CancellationToken ct) => ReadAsync<DemoOffice>("office.json", ct);

    public static Task<DemoSentences> SentencesAsync(CancellationToken ct) => ReadAsync<DemoSentences>("sentences.json", ct);

    public static Task<List<DemoEvidence>> EvidenceAsync(CancellationToken ct) => ReadAsync<List<DemoEvidence>>("evidence.json", ct);

    public static Task<DemoConditionPlan> ConditionsAsync(CancellationToken ct) => ReadAsync<DemoConditionPlan>("conditions.json", ct);

    public static Task<List<DemoAfterLhePlan>> JourneysAsync(CancellationToken ct) => ReadAsync<List<DemoAfterLhePlan>>("journeys.json", ct);

    /// <summary>Every file of sheets, the oldest year first.</summary>
    public static async Task<IReadOnlyList<DemoYear>> YearsAsync(CancellationToken ct)
    {
        var years = new List<DemoYear>();
        foreach (var file in Directory.EnumerateFiles(Folder, "sheets-*.json"))
        {
            years.Add(await ReadAsync<DemoYear>(Path.GetFileName(file), ct));
        }

        return [.. years.OrderByDescending(year => year.YearsAgo)];
    }

    /// <exception cref="InvalidDataException">The file does not read as it should; the reason is said.</exception>
    private static async Task<T> ReadAsync<T>(string name, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(Folder, name));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(file, Strict, ct) ?? throw new InvalidDataException($"{name}: empty");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{name}: {error.Message}", error);
        }
    }
}
