using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>The outcome of reading a file of days off: a calendar, or every fault found in it.</summary>
public sealed record CalendarReading(WorkCalendar? Calendar, IReadOnlyList<string> Faults);

/// <summary>Reads national holidays and joint leave from JSON. A file with any fault is refused whole.</summary>
public static class CalendarFile
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    private static readonly string[] Kinds = ["libur", "cutiBersama"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A misspelt name must not silently lose a holiday, nor a doubled one win over the first.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <param name="json">UTF-8 text of the file.</param>
    public static CalendarReading Read(Stream json)
    {
        Draft? draft;
        try
        {
            draft = JsonSerializer.Deserialize<Draft>(json, Options);
        }
        catch (JsonException error)
        {
            return new(null, [$"{error.Path ?? "$"}: berkas tidak dapat dibaca ({error.Message})"]);
        }

        List<string> faults = [.. FaultsOf(draft?.Years ?? [])];
        return faults.Count > 0 ? new(null, faults) : new(Build(draft!.Years!), []);
    }

    private static WorkCalendar Build(List<YearDraft?> years) => new(
        years.SelectMany(year => year!.Days!).Select(day => DateOf(day!.Date)!.Value),
        years.Where(year => year!.Complete == true).Select(year => year!.Year!.Value));

    private static IEnumerable<string> FaultsOf(List<YearDraft?> years)
    {
        if (years.Count == 0)
        {
            return ["$.years: sebutkan paling sedikit satu tahun."];
        }

        return years.SelectMany((year, index) => FaultsOf(year, $"$.years[{index}]"))
            .Concat(Twice(years.Select(year => year?.Year)).Select(year => $"$.years: tahun {year} disebut dua kali."))
            .Concat(Twice(years.SelectMany(year => year?.Days ?? []).Select(day => DateOf(day?.Date)))
                .Select(date => string.Create(CultureInfo.InvariantCulture, $"$.years: tanggal {date:yyyy-MM-dd} disebut dua kali.")));
    }

    private static IEnumerable<string> FaultsOf(YearDraft? year, string at)
    {
        if (year is null)
        {
            return [$"{at}: tidak boleh null."];
        }

        return Wrong(
            (year.Year is < EarliestYear or > LatestYear or null, $"{at}.year: isi tahun antara {EarliestYear} dan {LatestYear}."),
            (year.Complete is null, $"{at}.complete: isi true bila semua hari libur tahun itu tercantum, false bila belum."),
            (string.IsNullOrWhiteSpace(year.Source), $"{at}.source: sebutkan dasarnya, misalnya nomor Keputusan Bersama."),
            (year.Days is null, $"{at}.days: daftar hari libur tidak ada."))
            .Concat((year.Days ?? []).SelectMany((day, index) => FaultsOf(day, year.Year, $"{at}.days[{index}]")));
    }

    private static IEnumerable<string> FaultsOf(DayDraft? day, int? year, string at)
    {
        if (day is null)
        {
            return [$"{at}: tidak boleh null."];
        }

        var date = DateOf(day.Date);
        return Wrong(
            (date is null, $"{at}.date: \"{day.Date}\" bukan tanggal; tulis seperti 2026-08-17."),
            (date is { } known && known.Year != year, $"{at}.date: {day.Date} tidak terletak pada tahun {year}."),
            (string.IsNullOrWhiteSpace(day.Name), $"{at}.name: nama hari libur tidak ada."),
            (!Kinds.Contains(day.Kind), $"{at}.kind: \"{day.Kind}\" tidak dikenal; pilih {string.Join(" atau ", Kinds)}."));
    }

    private static IEnumerable<string> Wrong(params (bool Is, string Fault)[] checks) => checks.Where(check => check.Is).Select(check => check.Fault);

    private static IEnumerable<T> Twice<T>(IEnumerable<T?> values)
        where T : struct =>
        values.OfType<T>().GroupBy(value => value).Where(same => same.Count() > 1).Select(same => same.Key);

    private static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private sealed record Draft(string? Note, List<YearDraft?>? Years);

    private sealed record YearDraft(int? Year, bool? Complete, string? Source, List<DayDraft?>? Days);

    private sealed record DayDraft(string? Date, string? Name, string? Kind);
}
