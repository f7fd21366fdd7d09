using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

public sealed class PreviewInstrumentChangeTests
{
    [Fact]
    public async Task What_is_foreseen_is_what_comes_and_looking_changes_nothing()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.MoveToAsync(AssessmentStatus.InReview);
        await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet, Layer.Tpi, 40, stage.Scene.Evaluator);
        await stage.Scene.Database.AnswerAsync(await stage.AddSheetAsync("BKD"), questions: 5);
        var print = await stage.PrintAsync();

        var foreseen = (await PageAsync(stage)).Rows;
        await stage.Bench.As<PreviewInstrumentChange>().TotalsAsync(stage.Scene.Period.Id, stage.Second.Id, null, default);

        Assert.Equal(print, await stage.PrintAsync());
        Assert.Equal(["BKD", "DPMPTSP"], foreseen.Select(row => row.Sheet.UnitShortName));
        await stage.ApplyAsync();
        foreach (var (layer, impact) in foreseen.SelectMany(row => row.Layers.Select(layer => (Key: (row.Sheet.AssessmentId, layer.Key), layer.Value))))
        {
            var stored = await stage.Bench.QueryAsync(db => db.StoredScores.SingleAsync(score => score.AssessmentId == layer.AssessmentId && score.Layer == layer.Item2));
            Assert.Equal((impact.After.Total.Points.ToDecimal(), impact.VerdictAfter!.Eligible), (stored.Total, stored.TargetMet));
            Assert.Equal(impact.After.Completeness.AnsweredQuestions, stored.AnsweredQuestions);
        }
    }

    [Fact]
    public async Task One_sheet_lists_each_answer_with_its_note_and_why()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering(Scene.Abc, new Domain.Scoring.ChoiceAnswer("B"), "SK terlampir"), default);

        var sheet = (await SheetAsync(stage, stage.Second.Id))!;

        var answer = Assert.Single(sheet.Layers[Layer.Unit].StopCounting);
        Assert.Equal((Scene.Abc, "B", "SK terlampir", "Soal ini tidak ada pada versi ini."), (answer.Stored.QuestionCode, answer.Said, answer.Stored.Note, answer.Reason));
        Assert.Equal("A.I.1.iii.z", Assert.Single(sheet.Layers[Layer.Unit].NewOpen).Code);
    }

    [Fact]
    public async Task Under_the_version_in_use_it_says_what_is_stored_and_does_not_count()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Save().ExecuteAsync(stage.Scene.Answering(Scene.Abc, new Domain.Scoring.ChoiceAnswer("B"), "SK terlampir"), default);
        await stage.ApplyAsync();

        var sheet = (await SheetAsync(stage, stage.Second.Id))!;

        var stored = Assert.Single(sheet.Layers[Layer.Unit].Uncounted);
        Assert.Equal((Scene.Abc, "SK terlampir", false), (stored.Stored.QuestionCode, stored.Stored.Note, stored.StopsCounting));
        Assert.False(sheet.IsTouched);
        Assert.Equal(AnswerFate.Revived, Assert.Single((await SheetAsync(stage, stage.First))!.Layers[Layer.Unit].Answers).Fate);
    }

    [Fact]
    public async Task Totals_add_up_all_sheets_and_say_how_far_they_are()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.Database.AnswerAsync(stage.Scene.Sheet);
        await stage.Scene.Database.AnswerAsync(await stage.AddSheetAsync("BKD"), questions: 2);
        await stage.AddSheetAsync("DINKES");
        List<int> steps = [];

        var totals = await stage.Bench.As<PreviewInstrumentChange>().TotalsAsync(stage.Scene.Period.Id, stage.Second.Id, new Steps(steps), default);

        // DPMPTSP: A.I.1.i.b and A.I.1.ii.a; BKD: A.I.1.i.b, whose points its neighbour takes over: nothing lost.
        Assert.Equal(new ImpactTotals(3, 3, 3, 0, 0, 3, 0, 1, 0, 0), totals);
        Assert.Equal([3], steps);
    }

    [Fact]
    public async Task Only_open_sheets_of_the_period_are_shown_a_page_at_a_time()
    {
        using var stage = await InstrumentStage.CreateAsync();
        await stage.Scene.MoveToAsync(AssessmentStatus.Concluded);
        for (var number = 0; number < PreviewInstrumentChange.PageSize + 1; number++)
        {
            await stage.AddSheetAsync($"U{number:00}");
        }

        var (first, second) = (await PageAsync(stage), await PageAsync(stage, 2));

        Assert.Equal((PreviewInstrumentChange.PageSize + 1, PreviewInstrumentChange.PageSize, 1), (first.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal("U25", Assert.Single(second.Rows).Sheet.UnitShortName);
        Assert.Null(await SheetAsync(stage, stage.Second.Id));
        var period = (await stage.Bench.As<PeriodInstrumentQueries>().PeriodAsync(stage.Scene.Period.Id, default))!;
        Assert.Equal((26, 1, stage.First), (period.Open, period.Fixed, period.Current.Id));
    }

    private static Task<Web.Data.RowPage<SheetImpact>> PageAsync(InstrumentStage stage, int page = 1) =>
        stage.Bench.As<PreviewInstrumentChange>().PageAsync(stage.Scene.Period.Id, stage.Second.Id, page, default);

    private static Task<SheetImpact?> SheetAsync(InstrumentStage stage, Guid version) =>
        stage.Bench.As<PreviewInstrumentChange>().SheetAsync(stage.Scene.Period.Id, version, stage.Scene.Sheet.Id, default);

    private sealed class Steps(List<int> steps) : IProgress<int>
    {
        public void Report(int value) => steps.Add(value);
    }
}
