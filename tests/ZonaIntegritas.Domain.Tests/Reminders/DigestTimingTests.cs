using System.Globalization;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>When a person's turn comes. Moments are UTC; WIB is 7 hours ahead, WITA 8, WIT 9.</summary>
public sealed class DigestTimingTests
{
    [Theory]
    [InlineData(6, IndonesianZone.WIB, "2026-10-11T22:59", false)] // Monday 05:59
    [InlineData(6, IndonesianZone.WIB, "2026-10-11T23:00", true)] // Monday 06:00
    [InlineData(7, IndonesianZone.WIB, "2026-10-11T23:59", false)] // 06:59
    [InlineData(7, IndonesianZone.WIB, "2026-10-12T00:00", true)] // 07:00
    [InlineData(7, IndonesianZone.WIB, "2026-10-12T12:59", true)] // 19:59
    [InlineData(7, IndonesianZone.WIB, "2026-10-12T13:00", false)] // 20:00: quiet
    [InlineData(18, IndonesianZone.WIB, "2026-10-12T10:59", false)] // 17:59
    [InlineData(18, IndonesianZone.WIB, "2026-10-12T11:00", true)] // 18:00
    [InlineData(7, IndonesianZone.WITA, "2026-10-11T22:59", false)] // 06:59 there
    [InlineData(7, IndonesianZone.WITA, "2026-10-11T23:00", true)] // 07:00 there
    [InlineData(7, IndonesianZone.WIT, "2026-10-11T22:00", true)] // 07:00 there, 05:00 in Jakarta
    [InlineData(7, IndonesianZone.WIT, "2026-10-12T11:00", false)] // 20:00 there, 18:00 in Jakarta
    public void Due_from_the_persons_hour_until_the_evening_where_the_person_is(int hour, IndonesianZone zone, string moment, bool due) =>
        Assert.Equal(due, IsDue(DigestRhythm.Daily, hour, zone, moment, "2026-10-09"));

    [Theory]
    [InlineData("2026-10-09T00:00", "2026-10-08", true)] // Friday
    [InlineData("2026-10-10T00:00", "2026-10-09", false)] // Saturday
    [InlineData("2026-10-11T00:00", "2026-10-09", false)] // Sunday
    [InlineData("2026-10-12T00:00", "2026-10-09", true)]
    [InlineData("2026-08-17T00:00", "2026-08-14", false)] // Monday, a holiday
    [InlineData("2026-08-18T00:00", "2026-08-14", true)]
    [InlineData("2026-10-12T00:00", "2026-10-12", false)] // had it today
    [InlineData("2026-10-12T06:00", "2026-10-12", false)]
    [InlineData("2026-10-15T00:00", "2026-10-12", true)] // three days of standstill: one turn ...
    [InlineData("2026-10-15T01:00", "2026-10-15", false)] // ... and not three
    [InlineData("2026-10-12T00:00", "", true)] // the first ever
    [InlineData("2026-10-12T00:00", "2026-10-13", true)] // that turn was taken by a clock that went ahead
    [InlineData("2026-10-12T00:00", "2031-01-01", true)]
    public void Once_on_each_working_day(string moment, string lastTurn, bool due) =>
        Assert.Equal(due, IsDue(DigestRhythm.Daily, 7, IndonesianZone.WIB, moment, lastTurn));

    [Theory]
    [InlineData("2026-10-12T00:00", "2026-10-05", true)] // Monday after Monday
    [InlineData("2026-10-12T00:00", "2026-10-09", true)] // Monday after Friday
    [InlineData("2026-10-13T00:00", "2026-10-12", false)]
    [InlineData("2026-10-16T00:00", "2026-10-12", false)]
    [InlineData("2026-10-14T00:00", "2026-10-05", true)] // Monday and Tuesday were missed
    [InlineData("2026-08-18T00:00", "2026-08-10", true)] // Monday was a holiday
    [InlineData("2026-10-16T00:00", "2026-10-19", true)] // a clock that went ahead
    public void Once_in_each_week(string moment, string lastTurn, bool due) =>
        Assert.Equal(due, IsDue(DigestRhythm.Weekly, 7, IndonesianZone.WIB, moment, lastTurn));

    [Theory]
    [InlineData(IndonesianZone.WIB, "2026-10-12T12:59", "2026-10-12T12:59")] // 19:59: at once
    [InlineData(IndonesianZone.WIB, "2026-10-12T13:00", "2026-10-12T23:00")] // 20:00: tomorrow at 06:00
    [InlineData(IndonesianZone.WIB, "2026-10-12T16:59", "2026-10-12T23:00")] // 23:59
    [InlineData(IndonesianZone.WIB, "2026-10-12T17:00", "2026-10-12T23:00")] // 00:00: today at 06:00
    [InlineData(IndonesianZone.WIB, "2026-10-12T22:59", "2026-10-12T23:00")] // 05:59
    [InlineData(IndonesianZone.WIB, "2026-10-12T23:00", "2026-10-12T23:00")] // 06:00
    [InlineData(IndonesianZone.WIB, "2026-10-12T23:30", "2026-10-12T23:30")] // 06:30
    [InlineData(IndonesianZone.WITA, "2026-10-12T12:00", "2026-10-12T22:00")] // 20:00 there
    [InlineData(IndonesianZone.WIT, "2026-10-12T10:59", "2026-10-12T10:59")] // 19:59 there
    [InlineData(IndonesianZone.WIT, "2026-10-12T11:00", "2026-10-12T21:00")] // 20:00 there
    [InlineData(IndonesianZone.WIB, "2026-12-31T14:00", "2026-12-31T23:00")] // over the end of a year
    public void Night_waits_for_the_morning(IndonesianZone zone, string moment, string sent) =>
        Assert.Equal(At(sent), DigestTiming.AfterQuiet(zone, At(moment)));

    private static bool IsDue(DigestRhythm rhythm, int hour, IndonesianZone zone, string moment, string lastTurn)
    {
        var preference = new ReminderPreference(Guid.Empty);
        preference.Choose(rhythm, hour, []);
        return DigestTiming.IsDue(preference, zone, new([new(2026, 8, 17)]), At(moment), lastTurn.Length > 0 ? On(lastTurn) : null);
    }

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
