using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

public sealed class ReviewTests
{
    [Fact]
    public async Task The_first_judgement_begins_the_review_and_leaves_the_units_answer_alone()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var unit = await scene.AnswerAsync(Scene.YesNo);
        var unitScore = await scene.StoredScoreAsync();

        var saved = await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), " SK tahun lalu. "), default);

        Assert.Equal(AssessmentStatus.InReview, (await scene.StoredSheetAsync()).Status);
        var tpi = await scene.AnswerAsync(Scene.YesNo, Layer.Tpi);
        Assert.Equal((new ChoiceAnswer("Tidak"), "SK tahun lalu.", 1, scene.Evaluator.Id), (tpi!.Value, tpi.Note, tpi.Version, tpi.ChangedBy));
        Assert.Equivalent(unit, await scene.AnswerAsync(Scene.YesNo), strict: true);
        Assert.Equivalent(unitScore, await scene.StoredScoreAsync(), strict: true);
        Assert.Equal((0m, 1), ((await scene.StoredScoreAsync(Layer.Tpi))!.Total, saved.Value.Sheet.Completeness.AnsweredQuestions));
    }

    [Fact]
    public async Task A_judgement_that_is_refused_does_not_begin_the_review()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var before = await scene.PrintAsync();

        foreach (var (command, problem) in ((Web.Features.Assessments.SaveAnswerCommand, string)[])
            [
                (scene.Answering(Scene.YesNo, new ChoiceAnswer("Z")), "assessment.unacceptable-answer"),
                (scene.Answering(Scene.YesNo, null, new('x', 4001)), "assessment.note-too-long"),
                (scene.Answering(Scene.YesNo, null, "x", seen: 3), "assessment.stale"),
                (scene.Answering("A.I.9.z", null, "x"), "assessment.unknown-question"),
            ])
        {
            Assert.Equal(problem, (await scene.Judge().ExecuteAsync(command, default)).Problem?.Code);
        }

        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Judging_again_closes_a_repaired_question_and_no_other()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.Abc, "Rencana kerja tahun lalu.");
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);

        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Problem);
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("C")), default)).Problem);

        var items = (await scene.StoredSheetAsync()).ReturnedItems.ToDictionary(item => item.QuestionCode);
        Assert.Equal((ReturnedItemState.Closed, scene.Evaluator.Id, "Sudah."), (items[Scene.YesNo].State, items[Scene.YesNo].ClosedBy, items[Scene.YesNo].Response));
        Assert.Equal(ReturnedItemState.Open, items[Scene.Abc].State);
    }

    [Fact]
    public async Task A_question_is_returned_with_a_reason_and_the_unit_may_change_it_and_no_other()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        Assert.Null((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "  SK belum ditandatangani. "), default)).Problem);

        var sheet = await scene.StoredSheetAsync();
        Assert.Equal((AssessmentStatus.InRepair, Turn.Unit), (sheet.Status, sheet.Turn));
        Assert.Equal(
            (Scene.YesNo, "SK belum ditandatangani.", scene.Evaluator.Id, ReturnedItemState.Open),
            sheet.ReturnedItems.Select(item => (item.QuestionCode, item.Reason, item.ReturnedBy, item.State)).Single());
        Assert.Null((await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default)).Problem);
        Assert.Equal(
            AssessmentProblems.OnlyReturnedItems,
            (await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("B"), seen: 1), default)).Problem);
    }

    [Theory]
    [InlineData(Scene.Abc, "", "assessment.reason-missing")]
    [InlineData(Scene.Abc, " \n ", "assessment.reason-missing")]
    [InlineData(Scene.YesNo, "Lagi.", "assessment.already-returned")]
    [InlineData("A.I.9.z", "Alasan.", "assessment.unknown-question")]
    public async Task A_return_without_reason_or_question_is_refused(string code, string reason, string problem)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        var before = await scene.PrintAsync();

        Assert.Equal(problem, (await scene.Return().ExecuteAsync(new(scene.Sheet.Id, code, reason), default)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData(2000, null)]
    [InlineData(2001, "assessment.note-too-long")]
    public async Task A_reason_has_2000_letters_at_most(int letters, string? problem)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        Assert.Equal(problem, (await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, $" {new string('x', letters)} "), default)).Problem?.Code);
    }

    [Fact]
    public async Task A_second_return_of_a_repaired_question_is_a_second_item()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);

        Assert.Null((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Cap belum ada."), default)).Problem);

        var sheet = await scene.StoredSheetAsync();
        Assert.Equal(AssessmentStatus.InRepair, sheet.Status);
        Assert.Equal(
            [("SK belum ditandatangani.", ReturnedItemState.Closed), ("Cap belum ada.", ReturnedItemState.Open)],
            sheet.ReturnedItems.OrderBy(item => item.State == ReturnedItemState.Open).Select(item => (item.Reason, item.State)));
    }
}
