namespace ZonaIntegritas.Domain.Reminders;

/// <summary>One person's turn: what the policy has to know beside the sheets.</summary>
/// <param name="LastTurn">Day of the turn before, on the person's calendar; null when there was none.</param>
public sealed record DigestDay(WorkCalendar Calendar, ReminderPreference Preference, DateOnly? LastTurn, FailedWork Failed);
