using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
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
    public Result MayFill(string questionCode, AssessmentPeriod period, DateOnly today)
    {
        if (Status == AssessmentStatus.InRepair && OpenItem(questionCode) is not null)
        {
            return period.IsOpenForRepair(today) ? Result.Ok
                : period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
                : AssessmentProblems.OutsideRepair(period.RepairUntil);
        }

        return Status switch
        {
            AssessmentStatus.Draft when period.IsClosed => AssessmentProblems.PeriodClosed(period.Year),
            AssessmentStatus.Draft when !period.IsOpenForFilling(today) =>
                AssessmentProblems.OutsideFilling(period.FillFrom, period.FillUntil),
            AssessmentStatus.Draft => Result.Ok,
            AssessmentStatus.InRepair => AssessmentProblems.OnlyReturnedItems,
            _ => AssessmentProblems.NotOpenForUnit,
        };
    }

    /// <summary>Whether TPI may write its own answers today.</summary>
    public Result MayReview(AssessmentPeriod period, DateOnly today) =>
        !SheetLife.AtTpi.Contains(Status) ? AssessmentProblems.NotOpenForReview
        : period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
        : !period.IsOpenForReview(today) ? AssessmentProblems.OutsideReview(period.ReviewFrom, period.ReviewUntil)
        : Result.Ok;

    /// <summary>Draf → Diajukan. Needs every question, every counted input and the three results (scoring.md section 3).</summary>
    /// <param name="notes">The unit's notes by question code.</param>
    public Result Submit(
        ScoreSheet sheet, IReadOnlyDictionary<string, string> notes, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (Status != AssessmentStatus.Draft)
        {
            return AssessmentProblems.AlreadySubmitted;
        }

        if (FillingRefusal(period, today) is { } closed)
        {
            return closed;
        }

        if (SubmissionGap(sheet, notes) is { } gap)
        {
            return gap;
        }

        (SubmittedAt, SubmittedBy) = (now, by);
        return Move(SheetMove.Submit, AssessmentStatus.Submitted, new(by, now));
    }

    /// <summary>Diajukan → Draf: the unit takes the sheet back while TPI has not begun and filling in is open.</summary>
    public Result Withdraw(AssessmentPeriod period, MoveDetail detail, DateOnly today)
    {
        if ((SheetLife.Refusal(SheetMove.Withdraw, Status) ?? FillingRefusal(period, today)) is { } refused)
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

    /// <summary>Diajukan → Penilaian pendahuluan; ministries and agencies only.</summary>
    public Result BeginPreliminary(AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if ((SheetLife.Refusal(SheetMove.BeginPreliminary, Status) ?? MayReview(period, today).Problem) is { } refused)
        {
            return refused;
        }

        return period.Instansi == InstansiKind.KementerianLembaga
            ? Move(SheetMove.BeginPreliminary, AssessmentStatus.Preliminary, new(by, now))
            : AssessmentProblems.PreliminaryForMinistriesOnly;
    }

    /// <summary>TPI has begun: Diajukan or Penilaian pendahuluan → Evaluasi TPI. Harmless when it already has.</summary>
    public void BeginReview(Guid by, DateTimeOffset now)
    {
        if (SheetLife.Refusal(SheetMove.BeginReview, Status) is null)
        {
            ReviewBegunAt ??= now;
            Move(SheetMove.BeginReview, AssessmentStatus.InReview, new(by, now));
        }
    }

    /// <summary>TPI returns a question to the unit with a reason; the unit may then change it.</summary>
    public Result Return(Question question, string reason, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (MayReview(period, today).Problem is { } closed)
        {
            return closed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AssessmentProblems.ReasonMissing;
        }

        if (reason.Trim().Length > ReturnedItem.TextMaxLength)
        {
            return AssessmentProblems.NoteTooLong(ReturnedItem.TextMaxLength);
        }

        if (OpenItem(question.Code) is not null)
        {
            return AssessmentProblems.AlreadyReturned;
        }

        CloseRepaired(question.Code, by, now);
        _returnedItems.Add(new(Guid.CreateVersion7(now), Id, question.Code, reason.Trim(), by, now));
        // Returning something is evaluating, unless TPI only looks in advance.
        ReviewBegunAt ??= Status == AssessmentStatus.Submitted ? now : null;

        return Move(SheetMove.Return, AssessmentStatus.InRepair, new(by, now, Reference: question.Code, Note: reason));
    }

    /// <summary>TPI returned a question by mistake: back, as long as the unit has not answered.</summary>
    public Result TakeBackReturn(string questionCode, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (MayReview(period, today).Problem is { } closed)
        {
            return closed;
        }

        if (OpenItem(questionCode) is not { } item)
        {
            return ReviewProblems.NothingToTakeBack;
        }

        item.TakeBack(by, now);
        // A repair that was still to be looked at when the question was returned again waits as before.
        ReopenRepaired(questionCode, item.ReturnedAt);
        return Move(SheetMove.TakeBackReturn, AfterRepair(), new(by, now, Reference: questionCode));
    }

    /// <summary>The unit sends a repaired question back; with the last one the turn is TPI's again.</summary>
    public Result SendRepair(string questionCode, string response, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (OpenItem(questionCode) is not { } item)
        {
            return AssessmentProblems.NothingReturned;
        }

        if (MayFill(questionCode, period, today).Problem is { } closed)
        {
            return closed;
        }

        if (response.Trim().Length > ReturnedItem.TextMaxLength)
        {
            return AssessmentProblems.NoteTooLong(ReturnedItem.TextMaxLength);
        }

        item.Repair(response, by, now);
        return Move(SheetMove.SendRepair, AfterRepair(), new(by, now, Reference: questionCode, Note: response));
    }

    /// <summary>TPI has looked again at a repaired question.</summary>
    public void CloseRepaired(string questionCode, Guid by, DateTimeOffset now)
    {
        foreach (var item in _returnedItems.Where(item => item.QuestionCode == questionCode && item.State == ReturnedItemState.Repaired))
        {
            item.Close(by, now);
        }
    }

    /// <summary>TPI undoes what it did at that moment: a repair that was closed by it waits for TPI again.</summary>
    public void ReopenRepaired(string questionCode, DateTimeOffset closedAt)
    {
        foreach (var item in _returnedItems.Where(item =>
            item.QuestionCode == questionCode && item is { State: ReturnedItemState.Closed, TakenBack: false, RepairedAt: not null } && item.ClosedAt == closedAt))
        {
            item.LookAgain();
        }
    }

    /// <summary>
    /// Evaluasi TPI or Dievaluasi ulang → LHE: every tier has judged every question on the evidence that is put forward
    /// now, two people at least, every difference has its reason. The sheet is frozen.
    /// </summary>
    public Result Conclude(TpiJudgement judgement, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (MayReview(period, today).Problem is { } closed)
        {
            return closed;
        }

        if (_returnedItems.Count(item => item.State != ReturnedItemState.Closed) is > 0 and var waiting)
        {
            return AssessmentProblems.ItemsStillReturned(waiting);
        }

        List<ScoreLine> open = [.. judgement.Sheet.Lines.Where(line => !line.Answered)];
        if (open.Count > 0)
        {
            return AssessmentProblems.Unevaluated(open.Count, open[0].Question.Code);
        }

        if (judgement.ChangedBasis is [var first, ..])
        {
            return AssessmentProblems.BasisChanged(judgement.ChangedBasis.Count, first);
        }

        if ((judgement.TierGap ?? SheetLife.Refusal(SheetMove.Conclude, Status)) is { } gap)
        {
            return gap;
        }

        (ConcludedAt, ConcludedBy, Outcome) = (now, by, judgement.Outcome);
        Edition++;
        return Move(SheetMove.Conclude, AssessmentStatus.Concluded, new(by, now));
    }

    private static Problem? FillingRefusal(AssessmentPeriod period, DateOnly today) =>
        period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
        : period.IsOpenForFilling(today) ? null
        : AssessmentProblems.OutsideFilling(period.FillFrom, period.FillUntil);

    private AssessmentStatus AfterRepair() =>
        _returnedItems.Any(item => item.State == ReturnedItemState.Open) ? AssessmentStatus.InRepair
        : ReviewBegunAt is null ? AssessmentStatus.Preliminary
        : AssessmentStatus.ReReview;

    private Result Move(SheetMove move, AssessmentStatus to, MoveDetail detail)
    {
        _transitions.Add(new(Guid.CreateVersion7(detail.At), Id, move, Status, to, detail));
        Status = to;
        return Result.Ok;
    }

    private ReturnedItem? OpenItem(string questionCode) =>
        _returnedItems.FirstOrDefault(item => item.QuestionCode == questionCode && item.State == ReturnedItemState.Open);
}

/// <summary>What TPI has before it when it concludes.</summary>
/// <param name="ChangedBasis">Codes of judged questions whose evidence is no longer the one that was judged.</param>
/// <param name="Outcome">What follows from limits and conditions.</param>
/// <param name="TierGap">What tiers, second pair of eyes or reasons still lack; null when nothing.</param>
public sealed record TpiJudgement(ScoreSheet Sheet, IReadOnlyList<string> ChangedBasis, LheOutcome Outcome, Problem? TierGap = null);
