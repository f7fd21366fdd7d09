using System.Globalization;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <summary>A schedule in plain Indonesian; one that is too clever for that is shown as it is written.</summary>
public static class ScheduleWords
{
    private static readonly string[] Days = Indonesian.Culture.DateTimeFormat.DayNames;

    public static string Say(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = fields is [var minute, var hour, var day, "*", var weekday] ? Say(minute, hour, day, weekday) : null;
        return words ?? $"Jadwal khusus ({cron}, WIB)";
    }

    private static string? Say(string minute, string hour, string day, string weekday)
    {
        var days = DaysOf(day, weekday);
        if (days is null)
        {
            return null;
        }

        if (Number(minute) is { } at && Number(hour) is { } of)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{days} pukul {of:00}.{at:00} WIB");
        }

        var often = (Number(minute), hour) switch
        {
            ({ } past, "*") => past == 0 ? "setiap jam" : string.Create(CultureInfo.InvariantCulture, $"setiap jam, lewat {past} menit"),
            (_, "*") when Step(minute) is { } every => string.Create(CultureInfo.InvariantCulture, $"setiap {every} menit"),
            (0, _) when Step(hour) is { } every => string.Create(CultureInfo.InvariantCulture, $"setiap {every} jam"),
            _ => null,
        };
        return often is null ? null : days == "Setiap hari" ? char.ToUpperInvariant(often[0]) + often[1..] : $"{days}, {often}";
    }

    private static string? DaysOf(string day, string weekday) => (day, weekday) switch
    {
        ("*", "*") => "Setiap hari",
        ("*", "1-5") => "Senin sampai Jumat",
        ("*", _) when Number(weekday) is >= 0 and <= 7 and var number => $"Setiap {Days[number % 7]}",
        (_, "*") when Number(day) is { } date => string.Create(CultureInfo.InvariantCulture, $"Setiap tanggal {date}"),
        _ => null,
    };

    private static int? Number(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Step(string field) => field.StartsWith("*/", StringComparison.Ordinal) ? Number(field[2..]) : null;
}
