using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Discussion;

/// <summary>A sheet that has gone through what threads tell of, by its own verbs.</summary>
internal sealed class DiscussedSheet
{
    private static readonly DateOnly Today = new(2026, 10, 10);
    private static readonly Guid Someone = Guid.CreateVersion7();

    private readonly AssessmentPeriod _period = new(Guid.CreateVersion7(), 2026, Guid.CreateVersion7(), new(2026, 1, 5), new(2026, 10, 17), new(2026, 11, 30));
    private readonly Assessment _sheet;
    private readonly DateTimeOffset _start;

    private DiscussedSheet(DateTimeOffset start)
    {
        (_start, _sheet) = (start, new(Guid.CreateVersion7(), Guid.CreateVersion7(), _period, "WBK"));
        var score = new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Score();
        var notes = TheInstrument.Lke2021.Places.ToDictionary(place => place.Question.Code, _ => "Nihil.");
        Assert.Null(_sheet.Submit(score, notes, _period, Someone, start, Today).Problem);
    }

    /// <summary>LHE at minute 100, opened again at minute 150.</summary>
    public static IReadOnlyList<SheetTransition> Reopened(DateTimeOffset start)
    {
        var made = new DiscussedSheet(start);
        made._sheet.BeginReview(Someone, start);
        var judgement = new TpiJudgement(new AnswerSheet(TheInstrument.Lke2021).BestEverywhere().Score(), [], LheOutcome.Eligible);
        Assert.Null(made._sheet.Conclude(judgement, made._period, Someone, made.At(100), Today).Problem);
        Assert.Null(made._sheet.Reopen(made._period, new(Someone, made.At(150), Note: "Bukti baru."), Today).Problem);
        return made._sheet.Transitions;
    }

    /// <summary>Returned and repaired, returned again and taken back.</summary>
    public static IReadOnlyList<ReturnedItem> Returned(DateTimeOffset start)
    {
        var made = new DiscussedSheet(start);
        var question = TheInstrument.Lke2021.Places[0].Question;
        Assert.Null(made._sheet.Return(question, "SK belum sah.", made._period, Someone, made.At(10), Today).Problem);
        Assert.Null(made._sheet.SendRepair(question.Code, "Sudah sah.", made._period, Someone, made.At(20), Today).Problem);
        Assert.Null(made._sheet.Return(question, "Keliru.", made._period, Someone, made.At(30), Today).Problem);
        Assert.Null(made._sheet.TakeBackReturn(question.Code, made._period, Someone, made.At(40), Today).Problem);
        return made._sheet.ReturnedItems;
    }

    private DateTimeOffset At(int minute) => _start.AddMinutes(minute);
}
