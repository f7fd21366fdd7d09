using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>Whatever is refused changes nothing and says what to do. Who may not is asked in <see cref="RefusalTests"/>.</summary>
public sealed class InstrumentRefusalTests
{
    private static readonly Dictionary<string, Func<InstrumentStage, Task<Result<int>>>> Refused = new()
    {
        ["instrument.reason-missing"] = stage => stage.ApplyAsync(reason: "  "),
        ["assessment.note-too-long"] = stage => stage.ApplyAsync(reason: new('x', PeriodChange.ReasonMaxLength + 1)),
        ["instrument.changed-meanwhile"] = stage => stage.ApplyAsync(new(stage.Scene.Period.Id, stage.Second.Id, stage.Second.Id, "Uji.")),
        ["instrument.already-used"] = stage => stage.ApplyAsync(stage.First),
        ["instrument.unknown-version"] = stage => stage.ApplyAsync(Guid.CreateVersion7()),
        ["admin.gone"] = stage => stage.ApplyAsync(new(Guid.CreateVersion7(), stage.Second.Id, stage.First, "Uji.")),
        ["instrument.other-instrument"] = async stage => await stage.ApplyAsync((await stage.Bench.LoadAsync(InstrumentFiles.Next().Set("id", "lain").Bytes)).Id),
        ["period.closed"] = async stage =>
        {
            await stage.Bench.QueryAsync(async db =>
            {
                (await db.Periods.SingleAsync()).Close(default, default);
                return await db.SaveChangesAsync();
            });
            return await stage.ApplyAsync();
        },
        ["instrument.target-missing"] = async stage =>
        {
            await stage.AddSheetAsync("BKD", "WBBM");
            var next = InstrumentFiles.Next("3");
            next.Predicate("WBBM").Parent!.AsArray().Remove(next.Predicate("WBBM"));
            return await stage.ApplyAsync((await stage.Bench.LoadAsync(next.Bytes)).Id);
        },
        ["instrument.returned-question-gone"] = async stage =>
        {
            await stage.Scene.Database.SubmitAsync(stage.Scene.Sheet, stage.Scene.Coordinator);
            await stage.Scene.Database.ReturnAsync(stage.Scene.Sheet, stage.Scene.Evaluator, Scene.Abc, "Belum lengkap.");
            return await stage.ApplyAsync();
        },
        ["instrument.nothing-to-undo"] = stage => stage.UndoAsync(),
    };

    public static TheoryData<string> Codes => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Nothing_is_changed(string code)
    {
        using var stage = await InstrumentStage.CreateAsync();
        var scores = await stage.ScoresAsync();

        var problem = (await Refused[code](stage)).Problem;

        Assert.Equal(code, problem?.Code);
        Assert.EndsWith(".", problem!.Message, StringComparison.Ordinal);
        Assert.Equal(stage.First, await stage.VersionOfPeriodAsync());
        Assert.All(await stage.Bench.QueryAsync(db => db.Assessments.ToListAsync()), sheet => Assert.Equal(stage.First, sheet.InstrumentVersionId));
        Assert.Empty(await stage.HistoryAsync());
        Assert.StartsWith(scores, await stage.ScoresAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repaired_question_that_waits_for_TPI_is_not_taken_away_either()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Database.SubmitAsync(stage.Scene.Sheet, stage.Scene.Coordinator);
        await stage.Scene.Database.ReturnAsync(stage.Scene.Sheet, stage.Scene.Evaluator, Scene.Abc, "Belum lengkap.");
        Assert.Null((await stage.Scene.Repair().ExecuteAsync(new(stage.Scene.Sheet.Id, Scene.Abc, "Sudah."), default)).Problem);

        var refused = (await stage.ApplyAsync()).Problem;

        Assert.Equal("instrument.returned-question-gone", refused?.Code);
        Assert.Contains("1 soal yang dikembalikan TPI tidak ada pada versi itu (DPMPTSP soal A.I.1.i.b)", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(refused, await stage.Bench.As<PreviewInstrumentChange>().BlockAsync(stage.Scene.Period.Id, stage.Second.Id, default));
    }

    [Fact]
    public async Task Taking_back_is_refused_for_an_older_change_without_a_reason_and_in_a_closed_period()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.ApplyAsync();
        var before = await stage.PrintAsync();

        Assert.Equal("instrument.changed-meanwhile", (await stage.UndoAsync(Guid.CreateVersion7())).Problem?.Code);
        Assert.Equal("instrument.reason-missing", (await stage.UndoAsync(reason: "")).Problem?.Code);
        Assert.Equal(before, await stage.PrintAsync());
        await stage.Bench.QueryAsync(async db =>
        {
            (await db.Periods.SingleAsync()).Close(default, default);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("period.closed", (await stage.UndoAsync()).Problem?.Code);
        Assert.Equal(before, await stage.PrintAsync());
    }

    [Fact]
    public async Task Taking_back_waits_for_the_repair_of_a_question_only_the_newer_version_asks()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.ApplyAsync();
        await stage.Scene.Database.SubmitAsync(stage.Scene.Sheet, stage.Scene.Coordinator);
        await stage.Scene.Database.ReturnAsync(stage.Scene.Sheet, stage.Scene.Evaluator, "A.I.1.iii.z", "Belum lengkap.");

        Assert.Equal("instrument.returned-question-gone", (await stage.UndoAsync()).Problem?.Code);
        Assert.Equal(stage.Second.Id, await stage.VersionOfPeriodAsync());
    }
}
