using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Assessments;

/// <summary>What differs from the open case: a day, a paper, what was judged, the period. One per situation of the cases.</summary>
internal sealed record Circumstances
{
    public DateOnly? Day { get; init; }

    public bool Closed { get; init; }

    public InstansiKind Instansi { get; init; } = InstansiKind.KementerianLembaga;

    public LheOutcome Outcome { get; init; } = LheOutcome.Eligible;

    public string Reference { get; init; } = "800/1/2026";

    public string Note { get; init; } = "Alasan.";

    public DateOnly? On { get; init; } = new(2026, 3, 1);

    public string? Question { get; init; }

    public bool OneMissing { get; init; }

    public bool EvidenceChanged { get; init; }

    public Problem? TierGap { get; init; }

    /// <summary>Returned before the evaluation proper had begun.</summary>
    public bool InAdvance { get; init; }

    /// <summary>A second question is returned as well.</summary>
    public bool TwoReturned { get; init; }

    /// <summary>Another question was returned and repaired before.</summary>
    public bool AfterRepair { get; init; }

    public bool NotLookedAgain { get; init; }

    public IReadOnlyList<TpnStageResult> Stages { get; init; } = [];
}

/// <summary>A sheet brought to any state by its own verbs, each on a day on which it is open, and every move tried on it.</summary>
internal sealed class Life
{
    private const string First = "X.1.a";
    private const string Second = "X.1.b";
    private const string Third = "X.1.c";

    private static readonly Guid By = Guid.CreateVersion7();

    private static readonly Instrument Small = New.Instrument()
        .WithScale("ya-tidak", ("Ya", 1m), ("Tidak", 0m))
        .WithArea("X.1", 10m, New.Question(First, "ya-tidak", "Ya", "Tidak"), New.Question(Second, "ya-tidak", "Ya", "Tidak"), New.Question(Third, "ya-tidak", "Ya", "Tidak"))
        .Build();

    private readonly Circumstances _with;
    private readonly List<TpnStage> _stages = [];

    private Life(Circumstances with)
    {
        _with = with;
        Period = new(
            Guid.CreateVersion7(), 2026, Guid.CreateVersion7(),
            new(new(2026, 1, 5), new(2026, 3, 31), new(2026, 2, 1), new(2026, 6, 30), new(2026, 5, 31), new(2026, 7, 31)), with.Instansi);
        Sheet = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Period, "WBK");
    }

    public AssessmentPeriod Period { get; }

    public Assessment Sheet { get; }

    public static Life At(AssessmentStatus state, Circumstances? with = null)
    {
        var life = new Life(with ?? new());
        life.Go(state);
        Assert.Equal(state, life.Sheet.Status);
        if (life._with.Closed)
        {
            Assert.True(life.Period.Close(By, Moment(Day(SheetMove.Reopen))).Succeeded);
        }

        return life;
    }

    /// <summary>Everything that a refused move must leave as it was.</summary>
    public string Print() => string.Join(
        '\n',
        [
            $"{Sheet.Status} {Sheet.Edition} {Sheet.Outcome} {Sheet.SubmittedAt} {Sheet.SubmittedBy} {Sheet.ReviewBegunAt} {Sheet.ConcludedAt} {Sheet.ConcludedBy} {Sheet.Target}",
            .. Sheet.ReturnedItems.Select(item => $"{item.QuestionCode} {item.State} {item.Response} {item.ClosedAt} {item.TakenBack}"),
            .. Sheet.Transitions.Select(step => $"{step.Move} {step.From} {step.To} {step.At}"),
        ]);

    public Problem? Try(SheetMove move)
    {
        var day = _with.Day ?? Day(move);
        return Try(move, new(By, Moment(day), _with.On, _with.Reference, _with.Note), day);
    }

    private Problem? Try(SheetMove move, MoveDetail detail, DateOnly day) => (move switch
    {
        SheetMove.Submit => Sheet.Submit(Score(_with.OneMissing), new Dictionary<string, string>(), Period, By, detail.At, day),
        SheetMove.Withdraw => Sheet.Withdraw(Period, detail, day),
        SheetMove.BeginPreliminary => Sheet.BeginPreliminary(Period, By, detail.At, day),
        SheetMove.BeginReview => Sheet.BeginReview(Period, By, detail.At, day),
        SheetMove.Return => Sheet.Return(Small.Question(_with.Question ?? Second)!, detail.Note, Period, By, detail.At, day),
        SheetMove.TakeBackReturn => Sheet.TakeBackReturn(_with.Question ?? First, Period, By, detail.At, day),
        SheetMove.SendRepair => Sheet.SendRepair(_with.Question ?? First, detail.Note, Period, By, detail.At, day),
        SheetMove.Conclude => Sheet.Conclude(
            new(Score(_with.OneMissing), _with.EvidenceChanged ? [Second] : [], _with.Outcome, _with.TierGap), Period, By, detail.At, day),
        SheetMove.Reopen => Sheet.Reopen(Period, detail, day),
        SheetMove.Propose => Sheet.Propose(Period, detail, day),
        SheetMove.WithdrawProposal => Sheet.WithdrawProposal(detail),
        SheetMove.RecordStage => Sheet.RecordStage(TpnStageKind.Survey, TpnStageResult.Passed, detail) is { Problem: { } problem } ? problem : Result.Ok,
        SheetMove.Award => Sheet.Award(detail, _stages),
        SheetMove.Decline => Sheet.Decline(detail),
        SheetMove.Monitor => Sheet.Monitor(detail),
        SheetMove.Revoke => Sheet.Revoke(detail),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    }).Problem;

    /// <summary>The shortest way there, step by step.</summary>
    private void Go(AssessmentStatus state)
    {
        switch (state)
        {
            case AssessmentStatus.Draft:
                break;
            case AssessmentStatus.Submitted:
                Step(AssessmentStatus.Draft, SheetMove.Submit);
                break;
            case AssessmentStatus.Preliminary:
                Step(AssessmentStatus.Submitted, SheetMove.BeginPreliminary);
                break;
            case AssessmentStatus.InReview:
                Step(AssessmentStatus.Submitted, SheetMove.BeginReview);
                break;
            case AssessmentStatus.InRepair:
                GoToRepair();
                break;
            case AssessmentStatus.ReReview:
                Step(AssessmentStatus.InRepair, SheetMove.SendRepair);
                if (!_with.NotLookedAgain)
                {
                    Sheet.CloseRepaired(First, By, Moment(Day(SheetMove.Conclude)));
                }

                break;
            case AssessmentStatus.Concluded:
                Step(AssessmentStatus.InReview, SheetMove.Conclude);
                break;
            case AssessmentStatus.Proposed:
                Step(AssessmentStatus.Concluded, SheetMove.Propose);
                break;
            case AssessmentStatus.AtTpn:
                GoToTpn();
                break;
            case AssessmentStatus.Awarded:
                Step(AssessmentStatus.AtTpn, SheetMove.Award);
                break;
            case AssessmentStatus.NotAwarded:
                Step(AssessmentStatus.AtTpn, SheetMove.Decline);
                break;
            case AssessmentStatus.Monitored:
                Step(AssessmentStatus.Awarded, SheetMove.Monitor);
                break;
            default:
                Step(AssessmentStatus.Awarded, SheetMove.Revoke);
                break;
        }
    }

    private void GoToRepair()
    {
        Go(_with.InAdvance ? AssessmentStatus.Preliminary : AssessmentStatus.InReview);
        if (_with.AfterRepair)
        {
            Return(Third);
            Assert.True(Sheet.SendRepair(Third, "", Period, By, Moment(Day(SheetMove.SendRepair)), Day(SheetMove.SendRepair)).Succeeded);
        }

        foreach (var code in _with.TwoReturned ? new[] { First, Second } : [First])
        {
            Return(code);
        }
    }

    private void GoToTpn()
    {
        Go(AssessmentStatus.Proposed);
        foreach (var (result, index) in _with.Stages.DefaultIfEmpty(TpnStageResult.Passed).Select((result, index) => (result, index)))
        {
            var day = Day(SheetMove.RecordStage);
            _stages.Add(Sheet.RecordStage(TpnStageKind.Survey, result, new(By, Moment(day).AddMinutes(index), day)).Value);
        }
    }

    private void Return(string code) =>
        Assert.True(Sheet.Return(Small.Question(code)!, "Alasan.", Period, By, Moment(Day(SheetMove.Return)), Day(SheetMove.Return)).Succeeded);

    /// <summary>A step on the way, in the open case but for what the LHE says.</summary>
    private void Step(AssessmentStatus from, SheetMove move)
    {
        Go(from);
        var open = new Life(new() { Outcome = _with.Outcome }, this);
        Assert.Null(open.Try(move));
    }

    private Life(Circumstances with, Life of) => (_with, Period, Sheet, _stages) = (with, of.Period, of.Sheet, of._stages);

    private static ScoreSheet Score(bool oneMissing) => ScoringEngine.Score(
        Small,
        Small.Places.Skip(oneMissing ? 1 : 0).ToDictionary(place => place.Question.Code, AnswerValue (_) => new ChoiceAnswer("Ya")));

    /// <summary>A day on which the move is open.</summary>
    private static DateOnly Day(SheetMove move) => move switch
    {
        SheetMove.Submit or SheetMove.Withdraw => new(2026, 3, 10),
        <= SheetMove.Reopen => new(2026, 4, 15),
        _ => new(2026, 7, 15),
    };

    /// <summary>Noon, WIB.</summary>
    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(new(5, 0)), TimeSpan.Zero);
}
