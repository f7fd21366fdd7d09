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

    public bool IsOpenForFilling(DateOnly today) => today >= FillFrom && today <= FillUntil;

    public bool IsOpenForReview(DateOnly today) => today >= FillFrom && today <= ReviewUntil;
}
