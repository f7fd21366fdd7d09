using System.Globalization;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;

namespace ZonaIntegritas.Domain.Tests.Reminders;

/// <summary>What the tables of reminders are built from. Filling closes on Saturday, 17 October 2026, evaluation on 30 November 2026.</summary>
internal static class Reminding
{
    public static readonly Guid Own = new("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");
    public static readonly Guid SheetId = new("00000000-0000-0000-0000-00000000000a");
    public static readonly FailedWork NothingFailed = new(0, 0);

    public static AssessmentPeriod Period { get; } = new(
        new("00000000-0000-0000-0000-00000000000b"), 2026, Guid.Empty, new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));

    public static SheetState Sheet(AssessmentStatus status, DateOnly today) => new()
    {
        AssessmentId = SheetId,
        UnitId = Own,
        UnitName = "DPMPTSP",
        Period = Period,
        Today = today,
        Status = status,
        Target = "WBK",
        Questions = 113,
        Answered = 92,
        PointsLost = 17.254m,
        SubmittedOn = status == AssessmentStatus.Draft ? null : new(2026, 10, 10),
    };

    public static SheetState Sheet(AssessmentStatus status, string today) => Sheet(status, On(today));

    public static Actor Person(Role role, Guid? unit, params Guid[] assigned) =>
        new(new("00000000-0000-0000-0000-0000000000ff"), "Sri Wahyuni", role, unit, assigned.ToDictionary(id => id, _ => ReviewDuty.Whole(ReviewTier.Lead)));

    /// <param name="lastTurn">Empty when there was none.</param>
    public static DigestDay Turn(string lastTurn = "", params ReminderKind[] muted)
    {
        var preference = new ReminderPreference(Guid.Empty);
        preference.Choose(DigestRhythm.Daily, 7, muted);
        return new(WorkCalendar.WeekendsOnly, preference, lastTurn.Length > 0 ? On(lastTurn) : null, NothingFailed);
    }

    public static IReadOnlyList<DigestLine> Lines(Actor person, DigestDay day, params SheetState[] sheets) =>
        DigestPolicy.Compose(person, sheets, day)?.Lines ?? [];

    /// <summary>All texts, one after the other; empty when there is no digest.</summary>
    public static string Told(Actor person, DigestDay day, params SheetState[] sheets) =>
        string.Join(" | ", Lines(person, day, sheets).Select(line => line.Text));

    public static string Told(Actor person, params SheetState[] sheets) => Told(person, Turn(), sheets);

    public static DateOnly On(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
