using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

public sealed class UndoInstrumentChangeTests
{
    [Fact]
    public async Task Everything_counts_again_as_it_did_and_what_was_answered_meanwhile_stays_stored()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet);
        await stage.AddSheetAsync("BKD");
        var (answers, scores) = (await stage.AnswersAsync(), await stage.ScoresAsync());
        await stage.ApplyAsync();
        await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering("A.I.1.iii.z", new ChoiceAnswer("Ya"), "baru"), default);

        var undone = await stage.UndoAsync();

        Assert.Equal(2, undone.Value);
        Assert.Equal(stage.First, await stage.VersionOfPeriodAsync());
        Assert.Equal(stage.First, await stage.VersionOfAsync(stage.Scene.Sheet));
        Assert.Equal(scores, Without(await stage.ScoresAsync(), scores));
        Assert.Superset(answers.Split('\n').ToHashSet(), (await stage.AnswersAsync()).Split('\n').ToHashSet());
        Assert.Equal("baru", (await stage.Scene.AnswerAsync("A.I.1.iii.z"))!.Note);
    }

    [Fact]
    public async Task Applied_once_more_the_answer_of_meanwhile_counts_again()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.ApplyAsync();
        await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering("A.I.1.iii.z", new ChoiceAnswer("Ya")), default);
        var total = await stage.TotalOfAsync(stage.Scene.Sheet);
        await stage.UndoAsync();
        Assert.Equal(0m, await stage.TotalOfAsync(stage.Scene.Sheet));

        await stage.ApplyAsync();

        Assert.Equal(total, await stage.TotalOfAsync(stage.Scene.Sheet));
    }

    [Fact]
    public async Task A_sheet_that_was_concluded_meanwhile_keeps_what_it_was_judged_by()
    {
        using var stage = await InstrumentStage.CreateAsync();
        var other = await stage.AddSheetAsync("BKD");
        await stage.ApplyAsync();
        await stage.Scene.MoveToAsync(AssessmentStatus.Concluded);
        var total = await stage.TotalOfAsync(stage.Scene.Sheet);

        Assert.Equal(1, (await stage.UndoAsync()).Value);

        Assert.Equal((stage.Second.Id, stage.First), (await stage.VersionOfAsync(stage.Scene.Sheet), await stage.VersionOfAsync(other)));
        Assert.Equal(total, await stage.TotalOfAsync(stage.Scene.Sheet));
        Assert.All(await stage.Bench.QueryAsync(db => db.FrozenSheets.ToListAsync()), frozen => Assert.Equal(stage.Second.Id, frozen.InstrumentVersionId));
    }

    [Fact]
    public async Task A_reopened_sheet_returns_to_its_own_version_and_not_to_the_periods()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.MoveToAsync(AssessmentStatus.Concluded);
        var third = await stage.Bench.LoadAsync(InstrumentFiles.Next("3").Bytes);
        await stage.ApplyAsync();
        await stage.Scene.Database.ChangeAsync(stage.Scene.Sheet, open => Assert.Null(open.Assessment.Reopen(open.Period, new(stage.Bench.Administrator.Id, open.Now, Note: "Uji."), open.Today).Problem));
        stage.Scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await stage.ApplyAsync(new(stage.Scene.Period.Id, third.Id, stage.Second.Id, "Uji."))).Value);
        Assert.Equal(third.Id, await stage.VersionOfAsync(stage.Scene.Sheet));

        await stage.UndoAsync();

        Assert.Equal((stage.First, stage.Second.Id), (await stage.VersionOfAsync(stage.Scene.Sheet), await stage.VersionOfPeriodAsync()));
    }

    [Fact]
    public async Task It_is_written_down_and_done_once()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.ApplyAsync();
        stage.Scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        await stage.UndoAsync(reason: "Salah berkas.");

        var history = await stage.HistoryAsync();
        Assert.Equal([(true, "versi 2", "versi 1", "Salah berkas."), (false, "versi 1", "versi 2", "Koreksi peraturan.")], history.Select(row => (row.IsUndo, row.Before, row.After, row.Reason)));
        Assert.Equal(2, await stage.Bench.QueryAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.InstrumentUndone)));
        Assert.Equal("instrument.nothing-to-undo", (await stage.UndoAsync()).Problem?.Code);
    }

    // The sheets' rows that were there before; a score that is new since is none of theirs.
    private static string Without(string now, string before) =>
        string.Join('\n', now.Split('\n').Where(line => before.Contains(line.Split(' ')[0], StringComparison.Ordinal)));
}
