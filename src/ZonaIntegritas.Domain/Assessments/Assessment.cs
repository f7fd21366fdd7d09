using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>Lembar kerja: one unit's sheet in one period, with its state and what was returned.</summary>
public sealed partial class Assessment
{
    private readonly List<ReturnedItem> _returnedItems = [];
    private readonly List<SheetTransition> _transitions = [];

    private Assessment()
    {
    }

    public Assessment(Guid id, Guid unitId, AssessmentPeriod period, string target)
    {
        (Id, UnitId, PeriodId, Target) = (id, unitId, period.Id, target);
        InstrumentVersionId = period.InstrumentVersionId;
    }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid PeriodId { get; private set; }

    /// <summary>Code of the predicate the unit is heading for.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The instrument this sheet is answered and scored by; fixed for ever once the LHE is out.</summary>
    public Guid InstrumentVersionId { get; private set; }

    public AssessmentStatus Status { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? ConcludedAt { get; private set; }

    public Guid? ConcludedBy { get; private set; }

    /// <summary>When the evaluation proper began; null while TPI has only looked in advance.</summary>
    public DateTimeOffset? ReviewBegunAt { get; private set; }

    /// <summary>How often an LHE was issued: 1 for the first, 2 after a reopening. Frozen sheets carry it.</summary>
    public int Edition { get; private set; }

    /// <summary>What the latest LHE says; null before the first.</summary>
    public LheOutcome? Outcome { get; private set; }

    public IReadOnlyList<ReturnedItem> ReturnedItems => _returnedItems;

    /// <summary>Steps taken since the sheet was loaded, or all of them when they were loaded too.</summary>
    public IReadOnlyList<SheetTransition> Transitions => _transitions;

    public Turn Turn => SheetLife.TurnAt(Status, Outcome);

    /// <summary>Whether the unit may change its answer, note or evidence of this question today.</summary>
    public Result MayFill(string questionCode, AssessmentPeriod period, UnitDay today)
    {
        if (Status == AssessmentStatus.InRepair && OpenItem(questionCode) is not null)
        {
            return period.IsOpenForRepair(today) ? Result.Ok
                : period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
                : AssessmentProblems.OutsideRepair(period.ReviewFrom, period.RepairUntil, today);
        }

        return Status switch
        {
            AssessmentStatus.Draft when period.IsClosed => AssessmentProblems.PeriodClosed(period.Year),
            AssessmentStatus.Draft when !period.IsOpenForFilling(today) =>
                AssessmentProblems.OutsideFilling(period.FillFrom, period.FillUntil, today),
            AssessmentStatus.Draft => Result.Ok,
            AssessmentStatus.InRepair => AssessmentProblems.OnlyReturnedItems,
            _ => AssessmentProblems.NotOpenForUnit,
        };
    }

    /// <summary>Whether TPI may write its own answers today.</summary>
    public Result MayReview(AssessmentPeriod period, UnitDay today) =>
        !SheetLife.AtTpi.Contains(Status) ? AssessmentProblems.NotOpenForReview
        : period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
        : !period.IsOpenForReview(today) ? AssessmentProblems.OutsideReview(period.ReviewFrom, period.ReviewUntil, today)
        : Result.Ok;

    /// <summary>Draf → Diajukan. Needs every question, every counted input and the three results (scoring.md section 3).</summary>
    /// <param name="notes">The unit's notes by question code.</param>
    public Result Submit(
        ScoreSheet sheet, IReadOnlyDictionary<string, string> notes, AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        if (Status == AssessmentStatus.Submitted)
        {
            return AssessmentProblems.AlreadySubmitted;
        }

        if ((FillingRefusal(SheetMove.Submit, period, today) ?? SubmissionGap(sheet, notes)) is { } refused)
        {
            return refused;
        }

        (SubmittedAt, SubmittedBy) = (now, by);
        return Move(SheetMove.Submit, AssessmentStatus.Submitted, new(by, now));
    }

    /// <summary>Diajukan → Draf: the unit takes the sheet back while TPI has not begun and filling in is open.</summary>
    public Result Withdraw(AssessmentPeriod period, MoveDetail detail, UnitDay today)
    {
        if (FillingRefusal(SheetMove.Withdraw, period, today) is { } refused)
        {
            return refused;
        }

        (SubmittedAt, SubmittedBy) = (null, null);
        return Move(SheetMove.Withdraw, AssessmentStatus.Draft, detail);
    }

    /// <summary>The first thing that keeps a sheet from being submitted; null when nothing does.</summary>
    public static Problem? SubmissionGap(ScoreSheet sheet, IReadOnlyDictionary<string, string> notes)
    {
        List<ScoreLine> open = [.. sheet.Lines.Where(line => !line.Answered)];
        if (open.Count > 0)
        {
            return AssessmentProblems.Incomplete(open.Count, open[0].Question.Code);
        }

        return sheet.Lines.FirstOrDefault(line =>
                AnswerRules.NeedsNote(line.Question, line.Answer) && string.IsNullOrWhiteSpace(notes.GetValueOrDefault(line.Question.Code)))
            is { } unexplained
            ? AssessmentProblems.NoteMissing(unexplained.Question.Code)
            : null;
    }

    /// <summary>Why the unit cannot make this move on the whole sheet today.</summary>
    private Problem? FillingRefusal(SheetMove move, AssessmentPeriod period, UnitDay today) =>
        SheetLife.Refusal(move, Status)
        ?? (period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
            : period.IsOpenForFilling(today) ? null
            : AssessmentProblems.MoveOutsideFilling(move, period.FillFrom, period.FillUntil, today));

    private Result Move(SheetMove move, AssessmentStatus to, MoveDetail detail)
    {
        _transitions.Add(new(Guid.CreateVersion7(detail.At), Id, move, Status, to, detail));
        Status = to;
        return Result.Ok;
    }

    private ReturnedItem? OpenItem(string questionCode) =>
        _returnedItems.FirstOrDefault(item => item.QuestionCode == questionCode && item.State == ReturnedItemState.Open);
}
