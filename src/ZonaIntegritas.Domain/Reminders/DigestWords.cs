using System.Text.RegularExpressions;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>How a digest says things.</summary>
public static partial class DigestWords
{
    private const int ReasonLength = 160;
    private const int StatementLength = 70;

    public static string DaysLeft(int days) => days switch
    {
        0 => "hari ini hari terakhir",
        1 => "1 hari lagi",
        _ => $"{days} hari lagi",
    };

    /// <summary>"30 November 2026 (3 hari lagi)".</summary>
    public static string Until(DateOnly until, int daysLeft) => $"{Indonesian.Date(until)} ({DaysLeft(daysLeft)})";

    /// <summary>What remains the same from day to day while nothing happens.</summary>
    public static string WithoutDaysLeft(string text) => DaysLeftInBrackets().Replace(text, "");

    /// <summary>A returned question, in the mail as behind the bell.</summary>
    public static string Returned(string code, string reason, AssessmentPeriod period, DateOnly today) =>
        $"Soal {code} dikembalikan TPI: “{Excerpt(reason)}”"
        + (period.IsOpenForRepair(today) ? $" Perbaiki paling lambat {Until(period.RepairUntil, period.RepairUntil.DayNumber - today.DayNumber)}." : "");

    /// <summary>A reason on one line, cut at a word when it is long: the whole text is one link away.</summary>
    public static string Excerpt(string reason) => Cut(reason, ReasonLength);

    /// <summary>What a question is about, short enough to stand in brackets.</summary>
    public static string Topic(string statement) => Cut(statement.TrimEnd().TrimEnd('.'), StatementLength);

    private static string Cut(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', length);
        var end = cut > length / 2 ? cut : length;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    [GeneratedRegex(@" \((?:\d+ hari lagi|hari ini hari terakhir)\)")]
    private static partial Regex DaysLeftInBrackets();
}
