using Xunit;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Tests.Support;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>Working days by the file that comes with the program.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Shipped = CalendarFile.Read(new MemoryStream(Files.Bytes("seed-data/calendar/hari-libur.json"))).Calendar!;

    [Theory]
    [InlineData("2026-03-17", true)] // Tuesday before a week of days off
    [InlineData("2026-03-18", false)] // cuti bersama Nyepi
    [InlineData("2026-03-19", false)] // Nyepi
    [InlineData("2026-03-20", false)] // cuti bersama Idulfitri
    [InlineData("2026-03-21", false)] // Idulfitri, a Saturday
    [InlineData("2026-03-24", false)] // cuti bersama Idulfitri
    [InlineData("2026-03-25", true)]
    [InlineData("2025-08-18", false)] // added by the second Keputusan Bersama of 2025
    [InlineData("2024-11-27", false)] // Pilkada, by Keppres
    [InlineData("2026-10-09", true)] // Friday
    [InlineData("2026-10-10", false)] // Saturday
    [InlineData("2026-10-11", false)] // Sunday
    [InlineData("2027-08-17", false)] // fixed by date, in a year not complete
    public void Knows_weekends_holidays_and_joint_leave(string day, bool works) => Assert.Equal(works, Shipped.IsWorkingDay(On(day)));

    [Theory]
    [InlineData("2026-03-16", "2026-03-27", 5)] // 10 weekdays, less 18, 19, 20, 23 and 24 March
    [InlineData("2026-10-09", "2026-10-12", 2)] // Friday, a weekend, Monday
    [InlineData("2026-10-12", "2026-10-12", 1)]
    [InlineData("2026-10-10", "2026-10-11", 0)]
    [InlineData("2026-10-12", "2026-10-11", 0)] // backwards
    [InlineData("2026-12-21", "2027-01-04", 8)] // 11 weekdays, less 24 and 25 December and 1 January
    public void Counts_both_ends(string from, string until, int days) => Assert.Equal(days, Shipped.WorkingDays(On(from), On(until)));

    [Theory]
    [InlineData("2026-10-12", "2026-10-12")] // Monday
    [InlineData("2026-10-16", "2026-10-12")]
    [InlineData("2026-10-18", "2026-10-12")] // Sunday belongs to the week that ends
    [InlineData("2027-01-01", "2026-12-28")]
    public void Weeks_begin_on_Monday(string day, string monday) => Assert.Equal(On(monday), WorkCalendar.MondayOf(On(day)));

    [Theory]
    [InlineData(2023, false)]
    [InlineData(2024, true)]
    [InlineData(2025, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)] // the Keputusan Bersama is not out
    [InlineData(2028, false)]
    public void Says_which_years_it_knows_whole(int year, bool known)
    {
        Assert.Equal(known, Shipped.Covers(year));
        Assert.False(WorkCalendar.WeekendsOnly.Covers(year));
    }
}
