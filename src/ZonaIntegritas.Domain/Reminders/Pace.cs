using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Domain.Reminders;

/// <summary>How far a unit has come with what is its turn, against how much of its time is gone.</summary>
/// <param name="Done">Questions answered, or of the returned ones those repaired.</param>
/// <param name="DaysGone">Working days that are over: today can still be used.</param>
/// <param name="Days">Working days of the whole window.</param>
public sealed record Pace(int Done, int All, int DaysGone, int Days)
{
    public int Left => All - Done;

    /// <summary>No working day after today, or none at all: what is not handed in by tonight will not be.</summary>
    public bool OnLastDay => Days - DaysGone <= 1;

    /// <summary>The share of the work that is done is smaller than the share of the time that is gone.</summary>
    public bool IsBehind => OnLastDay || (long)Done * Days < (long)DaysGone * All;

    public decimal ShareGone => Days == 0 ? 1m : (decimal)DaysGone / Days;

    /// <summary>Null while it is not the unit's turn, or its window is closed.</summary>
    public static Pace? Of(SheetState sheet, WorkCalendar calendar)
    {
        if (sheet.UnitWindow is not { } window || (sheet.Status == AssessmentStatus.InRepair && sheet.Returned.Count == 0))
        {
            return null;
        }

        // A repair begins with what was returned first, however long the evaluation had run by then.
        var (done, all, from) = sheet.Status == AssessmentStatus.InRepair
            ? (sheet.Repaired, sheet.Repaired + sheet.Returned.Count, sheet.RepairFrom ?? sheet.Period.ReviewFrom)
            : (sheet.Answered, sheet.Questions, sheet.Period.FillFrom);
        return new(done, all, calendar.WorkingDays(from, sheet.Today.AddDays(-1)), calendar.WorkingDays(from, window.Until));
    }
}
