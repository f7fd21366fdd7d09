using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>What TPI does with a sheet, and the unit's repairs in between.</summary>
public sealed partial class Assessment
{
    /// <summary>Diajukan → Penilaian pendahuluan; ministries and agencies only.</summary>
    public Result BeginPreliminary(AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today) =>
        Hindrance(SheetMove.BeginPreliminary, period, today) is { } refused
            ? refused
            : Move(SheetMove.BeginPreliminary, AssessmentStatus.Preliminary, new(by, now));

    /// <summary>Diajukan or Penilaian pendahuluan → Evaluasi TPI, on purpose.</summary>
    public Result BeginReview(AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        if (ReviewRefusal(SheetMove.BeginReview, period, today) is { } refused)
        {
            return refused;
        }

        BeginReview(by, now);
        return Result.Ok;
    }

    /// <summary>
    /// As above by judging a question, which has asked for leave itself. While the unit repairs what was returned in
    /// advance, the sheet stays where it is and begins with the judgement after that.
    /// </summary>
    /// <returns>Whether the sheet moved by it; false when the evaluation runs already.</returns>
    public bool BeginReview(Guid by, DateTimeOffset now)
    {
        if (SheetLife.Refusal(SheetMove.BeginReview, Status) is not null)
        {
            return false;
        }

        ReviewBegunAt ??= now;
        return Move(SheetMove.BeginReview, AssessmentStatus.InReview, new(by, now)).Succeeded;
    }

    /// <summary>TPI returns a question to the unit with a reason; the unit may then change it.</summary>
    public Result Return(Question question, string reason, AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        if (ReviewRefusal(SheetMove.Return, period, today) is { } refused)
        {
            return refused;
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
    public Result TakeBackReturn(string questionCode, AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        if (ReviewRefusal(SheetMove.TakeBackReturn, period, today) is { } refused)
        {
            return refused;
        }

        if (OpenItem(questionCode) is not { } item)
        {
            return ReviewProblems.NothingToTakeBack;
        }

        item.TakeBack(by, now);
        // A repair that was still to be looked at when the question was returned again waits as before.
        ReopenRepaired(questionCode, item.ReturnedBy, item.ReturnedAt);
        return Move(SheetMove.TakeBackReturn, AfterRepair(), new(by, now, Reference: questionCode));
    }

    /// <summary>The unit sends a repaired question back; with the last one the turn is TPI's again.</summary>
    public Result SendRepair(string questionCode, string response, AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        if (SheetLife.Refusal(SheetMove.SendRepair, Status) is { } wrong)
        {
            return wrong;
        }

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

    /// <summary>An evaluator undoes what was done at that moment: a repair that was closed by it waits for TPI again.</summary>
    public void ReopenRepaired(string questionCode, Guid by, DateTimeOffset closedAt)
    {
        foreach (var item in _returnedItems.Where(item =>
            item.QuestionCode == questionCode && item is { State: ReturnedItemState.Closed, TakenBack: false, RepairedAt: not null } && (item.ClosedBy, item.ClosedAt) == (by, closedAt)))
        {
            item.LookAgain();
        }
    }

    /// <summary>
    /// Evaluasi TPI or Dievaluasi ulang → LHE: every tier has judged every question on the evidence that is put forward
    /// now, two people at least, every difference has its reason. The sheet is frozen.
    /// </summary>
    public Result Conclude(TpiJudgement judgement, AssessmentPeriod period, Guid by, DateTimeOffset now, UnitDay today)
    {
        // During repairs, what is waited for says more than the name of the stage; in a closed period nothing is waited for.
        var wrong = period.IsClosed && SheetLife.AtTpi.Contains(Status) ? AssessmentProblems.PeriodClosed(period.Year)
            : Status == AssessmentStatus.InRepair ? null
            : ReviewRefusal(SheetMove.Conclude, period, today);
        if ((wrong ?? ConclusionGap(judgement) ?? SheetLife.Refusal(SheetMove.Conclude, Status)) is { } refused)
        {
            return refused;
        }

        (ConcludedAt, ConcludedBy, Outcome) = (now, by, judgement.Outcome);
        Edition++;
        return Move(SheetMove.Conclude, AssessmentStatus.Concluded, new(by, now));
    }

    private Problem? ConclusionGap(TpiJudgement judgement)
    {
        if (_returnedItems.Count(item => item.State != ReturnedItemState.Closed) is > 0 and var waiting)
        {
            return AssessmentProblems.ItemsStillReturned(waiting);
        }

        List<ScoreLine> open = [.. judgement.Sheet.Lines.Where(line => !line.Answered)];
        return open.Count > 0 ? AssessmentProblems.Unevaluated(open.Count, open[0].Question.Code)
            : judgement.ChangedBasis is [var first, ..] ? AssessmentProblems.BasisChanged(judgement.ChangedBasis.Count, first)
            : judgement.TierGap;
    }

    /// <summary>Why TPI cannot make this move today.</summary>
    private Problem? ReviewRefusal(SheetMove move, AssessmentPeriod period, UnitDay today) =>
        SheetLife.Refusal(move, Status)
        ?? (period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year)
            : period.IsOpenForReview(today) ? null
            : AssessmentProblems.MoveOutsideReview(move, period.ReviewFrom, period.ReviewUntil, today));

    // After a return that was only taken back nothing has been repaired, so nothing is looked at again.
    private AssessmentStatus AfterRepair() =>
        _returnedItems.Any(item => item.State == ReturnedItemState.Open) ? AssessmentStatus.InRepair
        : ReviewBegunAt is null ? AssessmentStatus.Preliminary
        : Edition > 0 || _returnedItems.Any(item => !item.TakenBack) ? AssessmentStatus.ReReview
        : AssessmentStatus.InReview;
}

/// <summary>What TPI has before it when it concludes.</summary>
/// <param name="ChangedBasis">Codes of judged questions whose evidence is no longer the one that was judged.</param>
/// <param name="Outcome">What follows from limits and conditions.</param>
/// <param name="TierGap">What tiers, second pair of eyes or reasons still lack; null when nothing.</param>
public sealed record TpiJudgement(ScoreSheet Sheet, IReadOnlyList<string> ChangedBasis, LheOutcome Outcome, Problem? TierGap = null);
