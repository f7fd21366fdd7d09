using System.Globalization;
using System.Text.Json;

namespace ZonaIntegritas.Web.Features.Papers.Typed;

/// <summary>What a person typed for a paper, by field; what was not typed is empty. Kept with the paper as JSON.</summary>
public sealed class PaperInput(IReadOnlyDictionary<string, string> values)
{
    public static PaperInput Empty { get; } = new(new Dictionary<string, string>());

    public string Json => JsonSerializer.Serialize(values);

    public string this[string field] => values.GetValueOrDefault(field, "").Trim();

    public static PaperInput Read(string json) =>
        json.Length == 0 ? Empty : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>As browsers write dates; null when empty or unreadable.</summary>
    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>One a line, empty lines left out.</summary>
    public IReadOnlyList<string> Lines(string field) =>
        this[field].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Only the fields of this form, without blanks around them.</summary>
    public PaperInput For(IReadOnlyList<PaperField> fields) =>
        new(fields.Where(field => this[field.Key].Length > 0).ToDictionary(field => field.Key, field => this[field.Key]));
}
