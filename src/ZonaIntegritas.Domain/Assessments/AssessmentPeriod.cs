using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>The days of a period, each inclusive and on the unit's own calendar.</summary>
/// <param name="RepairUntil">Last day on which the unit may answer returned questions.</param>
/// <param name="ProposeUntil">Last day of proposing to TPN (31 May or the date TPN sets); null for none.</param>
public sealed record PeriodWindows(
    DateOnly FillFrom, DateOnly FillUntil, DateOnly ReviewFrom, DateOnly ReviewUntil, DateOnly RepairUntil, DateOnly? ProposeUntil = null)
{
    /// <summary>Evaluation may begin with filling in, and repairs end with the evaluation.</summary>
    public static PeriodWindows Simple(DateOnly fillFrom, DateOnly fillUntil, DateOnly reviewUntil) =>
        new(fillFrom, fillUntil, fillFrom, reviewUntil, reviewUntil);

    /// <summary>What is wrong with the order of the days; null when nothing is.</summary>
    public Problem? Fault =>
        FillUntil < FillFrom ? AssessmentProblems.FillingEndsBeforeItBegins
        : ReviewUntil < FillUntil ? AssessmentProblems.ReviewEndsBeforeFilling
        : ReviewFrom < FillFrom || ReviewFrom > ReviewUntil ? AssessmentProblems.ReviewOrder
        : RepairUntil < ReviewFrom || RepairUntil > ReviewUntil ? AssessmentProblems.RepairOrder
        : ProposeUntil < FillUntil ? AssessmentProblems.ProposalOrder
        : null;
}

/// <summary>One year's round of assessment: its instrument and until when units may fill in.</summary>
public sealed class AssessmentPeriod
{
    private AssessmentPeriod()
    {
    }

    public AssessmentPeriod(Guid id, int year, Guid instrumentVersionId, PeriodWindows windows, InstansiKind instansi = InstansiKind.Pemda)
    {
        (Id, Year, InstrumentVersionId, Instansi) = (id, year, instrumentVersionId, instansi);
        Take(windows);
    }

    public AssessmentPeriod(Guid id, int year, Guid instrumentVersionId, DateOnly fillFrom, DateOnly fillUntil, DateOnly reviewUntil)
        : this(id, year, instrumentVersionId, PeriodWindows.Simple(fillFrom, fillUntil, reviewUntil))
    {
    }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>The instrument that new sheets begin with; a sheet keeps its own (<see cref="Assessment.InstrumentVersionId"/>).</summary>
    public Guid InstrumentVersionId { get; private set; }

    public InstansiKind Instansi { get; private set; }

    public DateOnly FillFrom { get; private set; }

    /// <summary>Last day of filling in, on the unit's own calendar.</summary>
    public DateOnly FillUntil { get; private set; }

    public DateOnly ReviewFrom { get; private set; }

    /// <summary>Last day of TPI's evaluation.</summary>
    public DateOnly ReviewUntil { get; private set; }

    /// <summary>Last day of repairs by the unit.</summary>
    public DateOnly RepairUntil { get; private set; }

    public DateOnly? ProposeUntil { get; private set; }

    /// <summary>A closed period is immutable; what follows the LHE (proposal, TPN, monitoring) goes on.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    public PeriodWindows Windows => new(FillFrom, FillUntil, ReviewFrom, ReviewUntil, RepairUntil, ProposeUntil);

    /// <summary>
    /// Only the order is checked: an office may shorten a running window as well as reopen one that has passed, and no
    /// answer is lost by either.
    /// </summary>
    public Result MoveWindows(PeriodWindows windows)
    {
        if ((IsClosed ? AssessmentProblems.PeriodClosed(Year) : windows.Fault) is { } fault)
        {
            return fault;
        }

        Take(windows);
        return Result.Ok;
    }

    public Result BelongTo(InstansiKind instansi)
    {
        if (IsClosed)
        {
            return AssessmentProblems.PeriodClosed(Year);
        }

        Instansi = instansi;
        return Result.Ok;
    }

    public Result UseInstrument(Guid versionId)
    {
        if (IsClosed)
        {
            return AssessmentProblems.PeriodClosed(Year);
        }

        InstrumentVersionId = versionId;
        return Result.Ok;
    }

    public Result Close(Guid by, DateTimeOffset at)
    {
        if (IsClosed)
        {
            return AssessmentProblems.PeriodClosed(Year);
        }

        (ClosedBy, ClosedAt) = (by, at);
        return Result.Ok;
    }

    public bool IsOpenForFilling(DateOnly today) => !IsClosed && today >= FillFrom && today <= FillUntil;

    public bool IsOpenForReview(DateOnly today) => !IsClosed && today >= ReviewFrom && today <= ReviewUntil;

    public bool IsOpenForRepair(DateOnly today) => !IsClosed && today >= ReviewFrom && today <= RepairUntil;

    public bool IsOpenForProposal(DateOnly today) => ProposeUntil is not { } until || today <= until;

    private void Take(PeriodWindows windows)
    {
        (FillFrom, FillUntil, ReviewFrom) = (windows.FillFrom, windows.FillUntil, windows.ReviewFrom);
        (ReviewUntil, RepairUntil, ProposeUntil) = (windows.ReviewUntil, windows.RepairUntil, windows.ProposeUntil);
    }
}
