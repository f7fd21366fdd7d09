using Cronos;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <summary>When a schedule runs, in WIB: the zone is made here, because a small server may have no time zone data.</summary>
public static class Schedules
{
    /// <summary>More than a year, so that a yearly run is found.</summary>
    private const int LookBackDays = 400;

    private static readonly TimeZoneInfo Wib =
        TimeZoneInfo.CreateCustomTimeZone(nameof(IndonesianZone.WIB), IndonesianZone.WIB.Offset(), "WIB", "WIB");

    public static DateTimeOffset? Next(string cron, DateTimeOffset now) => CronExpression.Parse(cron).GetNextOccurrence(now, Wib);

    /// <returns>The latest moment at which it was due; null when it never was.</returns>
    public static DateTimeOffset? Latest(string cron, DateTimeOffset now)
    {
        var expression = CronExpression.Parse(cron);
        // Nearest first: a schedule of every minute has half a million moments in a year.
        for (var days = 1; days <= LookBackDays; days *= 7)
        {
            var last = expression.GetOccurrences(now.AddDays(-days), now, Wib, toInclusive: true).Select(moment => (DateTimeOffset?)moment).LastOrDefault();
            if (last is not null)
            {
                return last;
            }
        }

        return expression.GetOccurrences(now.AddDays(-LookBackDays), now, Wib, toInclusive: true).Select(moment => (DateTimeOffset?)moment).LastOrDefault();
    }
}
