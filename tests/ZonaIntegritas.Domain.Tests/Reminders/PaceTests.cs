using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>
/// Share of the work done against share of the time gone. Filling runs from Monday, 5 October to Friday, 16 October 2026:
/// 10 working days, of which those before today are gone.
/// </summary>
public sealed class PaceTests
{
    private static readonly AssessmentPeriod TwoWeeks = new(Guid.Empty, 2026, Guid.Empty, new(2026, 10, 5), new(2026, 10, 16), new(2026, 11, 30));

    [Theory]
    [InlineData("2026-10-05", 0, 0, false)] // 0/20 against 0/10
    [InlineData("2026-10-06", 1, 1, true)] // 1/20 against 1/10
    [InlineData("2026-10-06", 2, 1, false)] // 2/20 against 1/10: just on it
    [InlineData("2026-10-09", 7, 4, true)] // 7/20 against 4/10
    [InlineData("2026-10-09", 8, 4, false)]
    [InlineData("2026-10-10", 9, 5, true)] // Saturday: five days are gone
    [InlineData("2026-10-12", 9, 5, true)] // and still five on Monday
    [InlineData("2026-10-12", 10, 5, false)]
    [InlineData("2026-10-15", 15, 8, true)] // 15/20 against 8/10
    [InlineData("2026-10-15", 20, 8, false)] // all answered, and tomorrow is left to hand it in
    [InlineData("2026-10-16", 20, 9, true)] // the last day, not handed in
    public void Of_a_draft(string today, int answered, int gone, bool behind)
    {
        var pace = Pace.Of(Draft(today, answered), WorkCalendar.WeekendsOnly)!;

        Assert.Equal(new(answered, 20, gone, 10), pace);
        Assert.Equal(20 - answered, pace.Left);
        Assert.Equal(behind, pace.IsBehind);
    }

    [Theory]
    [InlineData("2026-10-12", 11, true)] // 11/20 against 5/9
    [InlineData("2026-10-12", 12, false)]
    [InlineData("2026-10-14", 20, false)]
    [InlineData("2026-10-15", 20, true)] // nothing but a holiday after today
    public void Holidays_are_no_time(string today, int answered, bool behind)
    {
        // With Friday, 16 October off there are 9 days; 5 of them gone on the 12th.
        var pace = Pace.Of(Draft(today, answered), new([new(2026, 10, 16)]))!;

        Assert.Equal(9, pace.Days);
        Assert.Equal(behind, pace.IsBehind);
    }

    [Fact]
    public void Window_without_any_working_day_is_its_last_day_and_all_gone()
    {
        var weekend = Draft("2026-10-10", 0) with { Period = new(Guid.Empty, 2026, Guid.Empty, new(2026, 10, 10), new(2026, 10, 11), new(2026, 11, 30)) };

        var pace = Pace.Of(weekend, WorkCalendar.WeekendsOnly)!;

        Assert.Equal((true, 1m), (pace.IsBehind, pace.ShareGone));
    }

    [Theory]
    // Returned first on Monday, 16 November; repairs until Monday, 30 November: 11 working days.
    [InlineData("2026-11-16", 0, 4, false)] // 0/4 against 0/11
    [InlineData("2026-11-17", 0, 4, true)] // 0/4 against 1/11
    [InlineData("2026-11-23", 1, 3, true)] // 1/4 against 5/11
    [InlineData("2026-11-23", 2, 2, false)] // 2/4 against 5/11
    [InlineData("2026-11-27", 3, 1, true)] // 3/4 against 9/11
    [InlineData("2026-11-27", 9, 1, false)] // 9/10 against 9/11
    [InlineData("2026-11-30", 99, 1, true)] // the last day
    public void Of_repairs_counts_from_the_first_return(string today, int repaired, int open, bool behind)
    {
        var sheet = Repair(today, open) with { Repaired = repaired, RepairFrom = On("2026-11-16") };

        Assert.Equal(behind, Pace.Of(sheet, WorkCalendar.WeekendsOnly)!.IsBehind);
    }

    [Fact]
    public void Of_repairs_counts_from_the_evaluation_when_nothing_better_is_known() =>
        // 5 October to 30 November are 41 working days, 30 of them before 16 November.
        Assert.Equal(new(0, 1, 30, 41), Pace.Of(Repair("2026-11-16", 1), WorkCalendar.WeekendsOnly));

    [Theory]
    [InlineData(AssessmentStatus.Submitted, "2026-10-12")]
    [InlineData(AssessmentStatus.InReview, "2026-10-12")]
    [InlineData(AssessmentStatus.ReReview, "2026-10-12")]
    [InlineData(AssessmentStatus.Concluded, "2026-10-12")]
    [InlineData(AssessmentStatus.InRepair, "2026-10-12")] // nothing is open any more
    [InlineData(AssessmentStatus.Draft, "2026-10-04")] // not open yet
    [InlineData(AssessmentStatus.Draft, "2026-10-17")] // closed
    public void Nobody_is_behind_when_it_is_not_the_units_turn(AssessmentStatus status, string today) =>
        Assert.Null(Pace.Of(Draft(today, 0) with { Status = status }, WorkCalendar.WeekendsOnly));

    private static SheetState Draft(string today, int answered) =>
        Sheet(AssessmentStatus.Draft, today) with { Period = TwoWeeks, Questions = 20, Answered = answered };

    private static SheetState Repair(string today, int open) => Sheet(AssessmentStatus.InRepair, today) with
    {
        Period = TwoWeeks,
        Returned = [.. Enumerable.Range(1, open).Select(number => new ReturnedQuestion($"A.{number}", "x"))],
    };
}
