using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Has the days off read when the program starts, so that a broken file shows then, and warns of a year it does not know.</summary>
public sealed partial class WorkCalendarCheck(WorkCalendar calendar, TimeProvider clock, ILogger<WorkCalendarCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var year = IndonesianZone.WIB.Today(clock.GetUtcNow()).Year;
        if (!calendar.Covers(year))
        {
            Log.YearUnknown(logger, year, WorkCalendarFile.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Holidays of {Year} are not all known, so digests may go out on one. Put a complete {File} into the data folder")]
        public static partial void YearUnknown(ILogger logger, int year, string file);
    }
}
