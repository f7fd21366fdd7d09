using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>When a person is written to.</summary>
public static class DigestTiming
{
    /// <summary>Nobody's mail rings in the evening or at night: from this full hour to the one below, in the person's zone.</summary>
    public const int QuietFrom = 20;
    public const int QuietUntil = 6;

    /// <summary>
    /// On a working day, from the person's hour until the evening, once: a program that was down at that hour makes up
    /// for it later the same day, and after days of standstill there is one digest and not one for each day.
    /// </summary>
    /// <param name="lastTurn">The day of the person's last turn; null when there was none.</param>
    public static bool IsDue(ReminderPreference preference, IndonesianZone zone, WorkCalendar calendar, DateTimeOffset now, DateOnly? lastTurn)
    {
        var local = now.ToOffset(zone.Offset());
        var today = zone.Today(now);
        return local.Hour >= preference.Hour && local.Hour < QuietFrom && calendar.IsWorkingDay(today)
            && (lastTurn is not { } last || IsAnotherTurn(preference.Rhythm, last, today));
    }

    /// <summary>The first full hour, this one included, at which <see cref="IsDue"/> says yes; this moment when it does already.</summary>
    public static DateTimeOffset NextTurn(ReminderPreference preference, IndonesianZone zone, WorkCalendar calendar, DateTimeOffset now, DateOnly? lastTurn)
    {
        if (IsDue(preference, zone, calendar, now, lastTurn))
        {
            return now;
        }

        var hour = new DateTimeOffset(zone.Today(now).ToDateTime(new TimeOnly(preference.Hour, 0)), zone.Offset());
        while (hour <= now || !IsDue(preference, zone, calendar, hour, lastTurn))
        {
            hour = hour.AddDays(1);
        }

        return hour;
    }

    // A week whose first working day was missed has its digest on the next one. A turn that lies ahead was taken by a
    // clock that has been set back since: waiting until that day would be silence.
    private static bool IsAnotherTurn(DigestRhythm rhythm, DateOnly last, DateOnly today) => last > today || rhythm switch
    {
        DigestRhythm.Daily => last < today,
        DigestRhythm.Weekly => last < WorkCalendar.MondayOf(today),
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
    };

    /// <summary>This moment, or the end of the quiet hours it falls in.</summary>
    public static DateTimeOffset AfterQuiet(IndonesianZone zone, DateTimeOffset moment)
    {
        var local = moment.ToOffset(zone.Offset());
        var morning = new DateTimeOffset(local.Date.AddHours(QuietUntil), local.Offset);
        return local.Hour < QuietUntil ? morning
            : local.Hour >= QuietFrom ? morning.AddDays(1)
            : moment;
    }
}
