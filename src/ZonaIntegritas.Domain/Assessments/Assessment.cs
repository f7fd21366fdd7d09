using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Domain.Assessments;

/// <summary>Lembar kerja: one unit's sheet in one period, with its state and what was returned.</summary>
public sealed class Assessment
{
    private readonly List<ReturnedItem> _returnedItems = [];

    private Assessment()
    {
    }

    public Assessment(Guid id, Guid unitId, Guid periodId, string target)
    {
        (Id, UnitId, PeriodId, Target) = (id, unitId, periodId, target);
    }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid PeriodId { get; private set; }

    /// <summary>Code of the predicate the unit is heading for.</summary>
    public string Target { get; private set; } = "";

    public AssessmentStatus Status { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? ConcludedAt { get; private set; }

    public Guid? ConcludedBy { get; private set; }

    public IReadOnlyList<ReturnedItem> ReturnedItems => _returnedItems;

    public Turn Turn => TurnAt(Status);

    public static Turn TurnAt(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Draft or AssessmentStatus.InRepair => Turn.Unit,
        AssessmentStatus.Submitted or AssessmentStatus.InReview => Turn.Tpi,
        AssessmentStatus.Concluded => Turn.Nobody,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Whether the unit may change its answer, note or evidence of this question today.</summary>
    public Result MayFill(string questionCode, AssessmentPeriod period, DateOnly today)
    {
        if (Status == AssessmentStatus.InRepair && OpenItem(questionCode) is not null)
        {
            return period.IsOpenForReview(today) ? Result.Ok : AssessmentProblems.OutsideReview(period.ReviewUntil);
        }

        return Status switch
        {
            AssessmentStatus.Draft when !period.IsOpenForFilling(today) =>
                AssessmentProblems.OutsideFilling(period.FillFrom, period.FillUntil),
            AssessmentStatus.Draft => Result.Ok,
            AssessmentStatus.InRepair => AssessmentProblems.OnlyReturnedItems,
            _ => AssessmentProblems.NotOpenForUnit,
        };
    }

    /// <summary>Whether TPI may write its own answers today.</summary>
    public Result MayReview(AssessmentPeriod period, DateOnly today) => Status switch
    {
        AssessmentStatus.Draft or AssessmentStatus.Concluded => AssessmentProblems.NotOpenForReview,
        _ when !period.IsOpenForReview(today) => AssessmentProblems.OutsideReview(period.ReviewUntil),
        _ => Result.Ok,
    };

    /// <summary>Draf → Diajukan. Needs every question, every counted input and the three results (scoring.md section 3).</summary>
    /// <param name="notes">The unit's notes by question code.</param>
    public Result Submit(
        ScoreSheet sheet, IReadOnlyDictionary<string, string> notes, AssessmentPeriod period, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (Status != AssessmentStatus.Draft)
        {
            return AssessmentProblems.AlreadySubmitted;
        }

        if (!period.IsOpenForFilling(today))
        {
            return AssessmentProblems.OutsideFilling(period.FillFrom, period.FillUntil);
        }

        if (SubmissionGap(sheet, notes) is { } gap)
        {
            return gap;
        }

        (Status, SubmittedAt, SubmittedBy) = (AssessmentStatus.Submitted, now, by);
        return Result.Ok;
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

    /// <summary>TPI has begun: Diajukan → Evaluasi TPI. Harmless when it already has.</summary>
    public void BeginReview()
    {
        if (Status == AssessmentStatus.Submitted)
        {
            Status = AssessmentStatus.InReview;
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
        Status = AssessmentStatus.InRepair;
        return Result.Ok;
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
        if (_returnedItems.All(returned => returned.State != ReturnedItemState.Open))
        {
            Status = AssessmentStatus.InReview;
        }

        return Result.Ok;
    }

    /// <summary>TPI has looked again at a repaired question.</summary>
    public void CloseRepaired(string questionCode, Guid by, DateTimeOffset now)
    {
        foreach (var item in _returnedItems.Where(item => item.QuestionCode == questionCode && item.State == ReturnedItemState.Repaired))
        {
            item.Close(by, now);
        }
    }

    /// <summary>TPI has judged every question, each on the evidence that is put forward now: the sheet is frozen.</summary>
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

        (Status, ConcludedAt, ConcludedBy) = (AssessmentStatus.Concluded, now, by);
        return Result.Ok;
    }

    private ReturnedItem? OpenItem(string questionCode) =>
        _returnedItems.FirstOrDefault(item => item.QuestionCode == questionCode && item.State == ReturnedItemState.Open);
}

/// <summary>What TPI has before it when it concludes.</summary>
/// <param name="ChangedBasis">Codes of judged questions whose evidence is no longer the one that was judged.</param>
public sealed record TpiJudgement(ScoreSheet Sheet, IReadOnlyList<string> ChangedBasis);
