using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

/// <summary>
/// The shipped instrument and its second version: A.I.1.i.b is gone (its neighbour takes its 0,25 points), A.I.1.ii.a is
/// answered by other options, A.I.1.iii.z is new, WBK needs 76.
/// </summary>
public sealed class ApplyInstrumentTests
{
    [Fact]
    public async Task The_period_and_its_open_sheets_go_along_with_their_scores()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet);
        var empty = await stage.AddSheetAsync("BKD");
        var answers = await stage.AnswersAsync();

        var applied = await stage.ApplyAsync();

        Assert.Equal(2, applied.Value);
        Assert.Equal((stage.Second.Id, stage.Second.Id, stage.Second.Id), (await stage.VersionOfPeriodAsync(), await stage.VersionOfAsync(stage.Scene.Sheet), await stage.VersionOfAsync(empty)));
        Assert.Equal(answers, await stage.AnswersAsync());
        var stored = (await stage.Scene.StoredScoreAsync())!;
        // "Ya" of A.I.1.ii.a is no option any more (1/3 point); the new question of four in A.I.1.iii is open (1/4 of 1).
        Assert.Equal(Scene.BestTotal - (1m / 3m) - await ShareOfNewAsync(stage), stored.Total, 10);
        Assert.Equal((111, 113), (stored.AnsweredQuestions, stored.Questions));
        Assert.Equal((await stage.Scene.FreshScoreAsync()).Total.Points.ToDecimal(), stored.Total);
    }

    [Fact]
    public async Task A_sheet_whose_LHE_is_out_keeps_everything()
    {
        using var stage = await InstrumentStage.CreateAsync();
        var open = await stage.AddSheetAsync("BKD");
        await stage.Scene.MoveToAsync(AssessmentStatus.Concluded);
        var scores = await ScoresOfAsync(stage, stage.Scene.Sheet);

        Assert.Equal(1, (await stage.ApplyAsync()).Value);

        Assert.Equal((stage.First, stage.Second.Id), (await stage.VersionOfAsync(stage.Scene.Sheet), await stage.VersionOfAsync(open)));
        Assert.Equal(scores, await ScoresOfAsync(stage, stage.Scene.Sheet));
        Assert.All(await stage.Bench.QueryAsync(db => db.FrozenSheets.ToListAsync()), frozen => Assert.Equal(stage.First, frozen.InstrumentVersionId));
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted)]
    [InlineData(AssessmentStatus.InReview)]
    [InlineData(AssessmentStatus.InRepair)]
    public async Task Sheets_at_TPI_go_along_in_every_layer(AssessmentStatus status)
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.MoveToAsync(status);
        await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet, Layer.Tpi, 10, stage.Scene.Evaluator);

        Assert.Equal(1, (await stage.ApplyAsync()).Value);

        foreach (var layer in (Layer[])[Layer.Unit, Layer.Tpi])
        {
            Assert.Equal((await stage.Scene.FreshScoreAsync(layer)).Total.Points.ToDecimal(), (await stage.Scene.StoredScoreAsync(layer))!.Total);
            Assert.Equal(113, (await stage.Scene.StoredScoreAsync(layer))!.Questions);
        }

        Assert.Equal(status, (await stage.Scene.StoredSheetAsync()).Status);
    }

    [Fact]
    public async Task It_is_written_down_for_the_period_and_for_each_sheet()
    {
        using var stage = await InstrumentStage.CreateAsync();

        await stage.ApplyAsync(reason: "  Surat MenPANRB 12/2026.  ");

        var change = Assert.Single(await stage.Bench.QueryAsync(db => db.PeriodChanges.ToListAsync()));
        Assert.Equal((PeriodChangeKind.Instrument, stage.First.ToString(), stage.Second.Id.ToString()), (change.Kind, change.Before, change.After));
        Assert.Equal(("Surat MenPANRB 12/2026.", stage.Bench.Administrator.Id, stage.Scene.Database.Clock.GetUtcNow()), (change.Reason, change.By, change.At));
        var trail = await stage.Bench.QueryAsync(db => db.AuditEntries.Where(entry => entry.Action == AuditAction.InstrumentApplied).OrderBy(entry => entry.AssessmentId == null).ToListAsync());
        Assert.Equal([stage.Scene.Sheet.Id, null], trail.Select(entry => entry.AssessmentId));
        Assert.All(trail, entry => Assert.Equal(("lke-zi-2021 versi 1", "lke-zi-2021 versi 2", stage.Bench.Administrator.Id), (entry.Before, entry.After, entry.By)));
        var row = Assert.Single(await stage.HistoryAsync());
        Assert.Equal(("versi 1", "versi 2", "Bagus Prakoso", false), (row.Before, row.After, row.By, row.IsUndo));
    }

    [Fact]
    public async Task Work_goes_on_under_the_new_version()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.ApplyAsync();

        var gone = await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default);
        var added = await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering("A.I.1.iii.z", new ChoiceAnswer("Ya")), default);

        Assert.Equal("assessment.unknown-question", gone.Problem?.Code);
        Assert.Null(added.Problem);
        var unit = await stage.Scene.Database.AddUnitAsync("BKD");
        Assert.Null((await stage.Bench.As<AddSheets>().ExecuteAsync(stage.Scene.Period.Id, [new(unit.Id, "WBK")], default)).Problem);
        Assert.All(await stage.Bench.QueryAsync(db => db.Assessments.ToListAsync()), sheet => Assert.Equal(stage.Second.Id, sheet.InstrumentVersionId));
    }

    [Fact]
    public async Task More_sheets_than_are_held_at_once_go_together()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Bench.QueryAsync(async db =>
        {
            var period = await db.Periods.SingleAsync();
            for (var number = 0; number < 410; number++)
            {
                var unit = new Domain.WorkUnits.WorkUnit(Guid.CreateVersion7(), $"Unit {number}", $"U{number}", Domain.Common.IndonesianZone.WIB);
                var sheet = new Assessment(Guid.CreateVersion7(), unit.Id, period, "WBK");
                var answer = new Answer(Guid.CreateVersion7(), sheet.Id, Layer.Unit, Scene.YesNo);
                answer.Change(new ChoiceAnswer("Ya"), "", unit.Id, default);
                db.AddRange(unit, sheet, answer);
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(411, (await stage.ApplyAsync()).Value);
        Assert.All(await stage.Bench.QueryAsync(db => db.StoredScores.ToListAsync()), score => Assert.Equal(0.5m, score.Total));
        Assert.Equal(411, (await stage.UndoAsync()).Value);
        Assert.All(await stage.Bench.QueryAsync(db => db.StoredScores.ToListAsync()), score => Assert.Equal(0.25m, score.Total));
    }

    private static async Task<decimal> ShareOfNewAsync(InstrumentStage stage)
    {
        await using var db = stage.Scene.Database.CreateDbContext();
        var instrument = (await stage.Scene.Database.Sheets.OpenAsync(db, stage.Scene.Sheet.Id, default)).Instrument;
        return instrument.Section("A.I.1.iii")!.QuestionWeight.ToDecimal();
    }

    private static Task<string> ScoresOfAsync(InstrumentStage stage, Assessment sheet) => stage.Bench.QueryAsync(async db => System.Text.Json.JsonSerializer.Serialize(
        await db.StoredScores.Where(score => score.AssessmentId == sheet.Id).OrderBy(score => score.Layer).ToListAsync()));
}
