using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using static ZonaIntegritas.Domain.Tests.Reminders.Reminding;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>Follow-ups on Thursday, 10 December 2026, also after the LHE: the plan goes on until the period is closed.</summary>
public sealed class DigestActionsTests
{
    [Theory]
    [InlineData("2026-12-09", "2 butir rencana aksi LKE 2026 lewat tenggat.")]
    [InlineData("2026-12-10", "2 butir rencana aksi LKE 2026 jatuh tempo dalam 7 hari.")]
    [InlineData("2026-12-17", "2 butir rencana aksi LKE 2026 jatuh tempo dalam 7 hari.")]
    [InlineData("2026-12-18", "")]
    public void Coordinator_hears_of_items_overdue_or_soon_due(string due, string words)
    {
        var line = Lines(Person(Role.Koordinator, Own), Turn("2026-12-09"), With(Sheet(AssessmentStatus.Concluded, "2026-12-10"), due));

        Assert.Equal(words.Length == 0 ? [] : [new(ReminderKind.ActionPlan, words, $"/rencana/{SheetId}") { UnitId = Own }], line);
    }

    [Fact]
    public void Overdue_and_soon_due_stand_in_one_line() => Assert.Equal(
        "3 butir rencana aksi LKE 2026 lewat tenggat dan 4 jatuh tempo dalam 7 hari.",
        Told(Person(Role.Koordinator, Own), Sheet(AssessmentStatus.InReview, "2026-12-10") with
        {
            Actions = [new(On("2026-12-01"), 1), new(On("2026-12-09"), 2), new(On("2026-12-11"), 4), new(On("2026-12-24"), 8)],
        }));

    [Theory]
    [InlineData("2026-12-09", "2026-12-04", true)] // Friday of the week before
    [InlineData("2026-12-09", "2026-12-07", false)] // told on Monday
    [InlineData("2026-12-09", "2026-12-09", false)]
    [InlineData("2026-12-09", "", true)]
    [InlineData("2026-12-10", "2026-12-04", false)] // due today is not overdue
    public void Unit_head_hears_of_overdue_items_once_a_week(string due, string lastTurn, bool told)
    {
        var line = Lines(Person(Role.Pimpinan, Own), Turn(lastTurn), With(Sheet(AssessmentStatus.Concluded, "2026-12-10"), due));

        Assert.Equal(
            told ? [new(ReminderKind.ActionPlan, "DPMPTSP: 2 butir rencana aksi LKE 2026 lewat tenggat. Giliran koordinator unit.", $"/rencana/{SheetId}") { UnitId = Own }] : [],
            line);
    }

    [Fact]
    public void Nobody_is_reminded_of_a_plan_that_is_closed_with_its_period()
    {
        var closed = new AssessmentPeriod(Guid.Empty, 2026, Guid.Empty, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));
        closed.Close(Guid.Empty, default);
        var sheet = With(Sheet(AssessmentStatus.Concluded, "2026-12-10"), "2026-12-01") with { Period = closed };

        Assert.Equal("", Told(Person(Role.Koordinator, Own), sheet));
        Assert.Equal("", Told(Person(Role.Pimpinan, Own), sheet));
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Pimpinan)]
    public void Other_units_and_the_agencys_head_hear_nothing(Role role)
    {
        var sheet = With(Sheet(AssessmentStatus.Concluded, "2026-12-10"), "2026-12-01");

        Assert.Equal("", Told(Person(role, Other), sheet));
        Assert.Equal("", Told(Person(role, null), sheet));
    }

    private static SheetState With(SheetState sheet, string due) => sheet with { Actions = [new(On(due), 2)] };
}
