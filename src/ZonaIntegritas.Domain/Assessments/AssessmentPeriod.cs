using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>One year's round of assessment: its instrument and until when units may fill in.</summary>
public sealed class AssessmentPeriod
{
    private AssessmentPeriod()
    {
    }

    public AssessmentPeriod(Guid id, int year, Guid instrumentVersionId, DateOnly fillFrom, DateOnly fillUntil, DateOnly reviewUntil)
    {
        (Id, Year, InstrumentVersionId) = (id, year, instrumentVersionId);
        (FillFrom, FillUntil, ReviewUntil) = (fillFrom, fillUntil, reviewUntil);
    }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    public Guid InstrumentVersionId { get; private set; }

    public DateOnly FillFrom { get; private set; }

    /// <summary>Last day of filling in, on the unit's own calendar.</summary>
    public DateOnly FillUntil { get; private set; }

    /// <summary>Last day of TPI's evaluation and of repairs.</summary>
    public DateOnly ReviewUntil { get; private set; }

    /// <summary>What is wrong with the order of the three days; null when nothing is.</summary>
    public static Problem? WindowFault(DateOnly fillFrom, DateOnly fillUntil, DateOnly reviewUntil) =>
        fillUntil < fillFrom ? AssessmentProblems.FillingEndsBeforeItBegins
        : reviewUntil < fillUntil ? AssessmentProblems.ReviewEndsBeforeFilling
        : null;

    /// <summary>
    /// Only the order is checked: an office may shorten a running window as well as reopen one that has passed, and no
    /// answer is lost by either.
    /// </summary>
    public Result MoveWindow(DateOnly fillFrom, DateOnly fillUntil, DateOnly reviewUntil)
    {
        if (WindowFault(fillFrom, fillUntil, reviewUntil) is { } fault)
        {
            return fault;
        }

        (FillFrom, FillUntil, ReviewUntil) = (fillFrom, fillUntil, reviewUntil);
        return Result.Ok;
    }

    public bool IsOpenForFilling(DateOnly today) => today >= FillFrom && today <= FillUntil;

    public bool IsOpenForReview(DateOnly today) => today >= FillFrom && today <= ReviewUntil;
}
