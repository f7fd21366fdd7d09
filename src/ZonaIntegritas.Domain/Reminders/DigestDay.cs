namespace ZonaIntegritas.Domain.Reminders;

/// <summary>One person's turn: what the policy has to know beside the sheets.</summary>
/// <param name="LastTurn">Day of the turn before, on the person's calendar; null when there was none.</param>
public sealed record DigestDay(WorkCalendar Calendar, ReminderPreference Preference, DateOnly? LastTurn, FailedWork Failed)
{
    /// <summary>
    /// From this day on news has not been told yet. It is counted in whole days that are over, so that each piece is
    /// told once: what happens after this morning's turn belongs to the next. One day when there was no turn, or when
    /// its day cannot be true because the clock was set back.
    /// </summary>
    public DateOnly Since(DateOnly today) => LastTurn is { } last && last < today ? last : today.AddDays(-1);

    public bool IsNews(DateOnly happenedOn, DateOnly today) => happenedOn >= Since(today) && happenedOn < today;

    /// <summary>Whether nothing has been told to this person yet in the week of this day.</summary>
    public bool IsFirstOfWeek(DateOnly today) => LastTurn is null || Since(today) < WorkCalendar.MondayOf(today);
}
