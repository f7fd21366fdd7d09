using System.Globalization;
using ZonaIntegritas.Domain.Auditing;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>Which lines of the trail are asked for; everything may be left out.</summary>
/// <param name="AssessmentId">One sheet; then it is shown to whoever may see that sheet.</param>
/// <param name="Question">A question's code, or how it begins.</param>
/// <param name="From">On the calendar of the sheet's unit, or of the west of Indonesia.</param>
/// <param name="Before">Only lines older than this one.</param>
public sealed record TrailFilter(
    Guid? AssessmentId = null, Guid? UnitId = null, string? Question = null, Guid? PersonId = null, AuditAction? Action = null,
    DateOnly? From = null, DateOnly? Until = null, string? Text = null, Guid? Before = null)
{
    public bool IsEmpty => this with { AssessmentId = null, Before = null } == new TrailFilter();

    /// <summary>The filter as an address says it; what cannot be read is left out.</summary>
    public static TrailFilter Read(Guid? sheet, Func<string, string?> query) => new(
        sheet,
        Id(query("unit")),
        Words(query("soal")),
        Id(query("orang")),
        Enum.TryParse<AuditAction>(query("tindakan"), out var action) && Enum.IsDefined(action) ? action : null,
        Day(query("dari")),
        Day(query("sampai")),
        Words(query("cari")),
        Id(query("sebelum")));

    /// <summary>What an address needs to say the same.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["unit"] = UnitId,
        ["soal"] = Question,
        ["orang"] = PersonId,
        ["tindakan"] = Action?.ToString(),
        ["dari"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["sampai"] = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["cari"] = Text,
        ["sebelum"] = Before,
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
