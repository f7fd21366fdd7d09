using Cronos;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Reporting.Schedule;

/// <summary>
/// The day of a scheduled run, whenever it really runs: a server that was down on the first of the month catches up on
/// the third under the first's name, once.
/// </summary>
public static class ReportSlot
{
    private const int LookBackDays = 400;
    private const string Prefix = "Scheduled:";
    private const int DayLength = 10;

    private static readonly TimeZoneInfo Wib = TimeZoneInfo.CreateCustomTimeZone("WIB", IndonesianZone.WIB.Offset(), "WIB", "WIB");

    /// <returns>The latest day in WIB on which the schedule was due; null when it never was.</returns>
    public static DateOnly? Latest(string cron, DateTimeOffset now)
    {
        var due = CronExpression.Parse(cron).GetOccurrences(now.AddDays(-LookBackDays), now, Wib, toInclusive: true).ToList();
        return due.Count == 0 ? null : IndonesianZone.WIB.Today(due[^1]);
    }

    /// <returns>False for a paper that no schedule asked for.</returns>
    public static bool TryRead(string key, out DateOnly slot)
    {
        slot = default;
        return key.StartsWith(Prefix, StringComparison.Ordinal)
            && DateOnly.TryParseExact(key.AsSpan(Prefix.Length, DayLength), "yyyy-MM-dd", out slot);
    }

    public static string KeyOf(DateOnly slot) => FormattableString.Invariant($"{Prefix}{slot:yyyy-MM-dd}:");
}
