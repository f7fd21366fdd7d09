using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using static ZonaIntegritas.Web.Tests.Features.Reviews.Many.ManyBench;

namespace ZonaIntegritas.Web.Tests.Features.Reviews.Many;

public sealed class UndoManyTests
{
    [Fact]
    public async Task Where_there_was_nothing_there_is_nothing_again_and_the_question_waits_as_before()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var done = await scene.AcceptAsync(null, Item(Scene.YesNo), Item(Scene.Abc));

        Assert.Equal([null, null], (await scene.UndoAsync(done)).Codes());

        Assert.Equal((null, null), ((await scene.JudgementAsync(Scene.YesNo, ReviewTier.Lead))!.Value, (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Value));
        Assert.Equal(ReviewTier.Lead, await scene.NextAsync(Scene.YesNo));
        Assert.Equal(0m, (await scene.StoredScoreAsync(Layer.Tpi))!.Total);
    }

    [Fact]
    public async Task What_was_held_before_comes_back_whole_and_still_waits_where_it_waited()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.DisagreeAsync();
        var controller = scene.Judge(TestDatabase.SignIn(scene.Controller));
        await controller.ExecuteAsync(
            scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "Setuju.") with { Reason = DifferenceReason.EvidenceIrrelevant }, default);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.YesNo, "Lampirkan lagi.");
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: 1), default);

        var done = await scene.AcceptAsync(scene.Controller, Item(Scene.YesNo, seen: 1, below: 2));
        Assert.Null(await scene.NextAsync(Scene.YesNo));
        Assert.Equal([null], (await scene.UndoAsync(done, scene.Controller)).Codes());

        var held = await scene.JudgementAsync(Scene.YesNo, ReviewTier.Controller);
        Assert.Equal((new ChoiceAnswer("Tidak"), "Setuju.", DifferenceReason.EvidenceIrrelevant), (held!.Value, held.Note, held.Reason!.Value));
        Assert.Equal(ReviewTier.Controller, await scene.NextAsync(Scene.YesNo));
    }

    [Fact]
    public async Task A_repair_that_was_looked_at_by_accepting_waits_again()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.YesNo, "SK belum ditandatangani.");
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await scene.AcceptAsync(null, Item(Scene.YesNo, seen: 1));
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([null], (await scene.UndoAsync(done)).Codes());

        Assert.Equal(ReturnedItemState.Repaired, (await scene.StoredSheetAsync()).ReturnedItems.Single().State);
        Assert.Equal(ReviewTier.Lead, await scene.NextAsync(Scene.YesNo));
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_refused_and_the_rest_undone()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var done = await scene.AcceptAsync(null, Item(Scene.YesNo), Item(Scene.Abc), Item(Third));
        await scene.DisagreeAsync(seen: 1);
        await scene.AcceptAsync(scene.Controller, Item(Third, below: 1));

        var undone = await scene.UndoAsync(done);

        Assert.Equal(["review.changed-since", null, "review.higher-tier-done"], undone.Codes());
        Assert.Equal(new ChoiceAnswer("Tidak"), (await scene.JudgementAsync(Scene.YesNo, ReviewTier.Lead))!.Value);
        Assert.Null((await scene.JudgementAsync(Scene.Abc, ReviewTier.Lead))!.Value);
    }

    [Fact]
    public async Task Nobody_undoes_a_colleagues_step()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var colleague = await scene.Database.AddUserAsync(Role.Evaluator, null, "Rekan", scene.Unit);
        var done = await scene.AcceptAsync(null, Item(Scene.YesNo));
        var returned = await scene.ReturnAsync("Bukti belum ada.", Scene.Abc);

        Assert.Equal(["review.changed-since", "review.changed-since"], (await scene.UndoAsync(new([.. done.Items, .. returned.Items]), colleague)).Codes());
    }

    [Fact]
    public async Task Undoing_twice_is_refused()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var done = await scene.AcceptAsync(null, Item(Scene.YesNo));
        await scene.UndoAsync(done);
        var before = await scene.PrintAsync();

        Assert.Equal(["review.changed-since"], (await scene.UndoAsync(done)).Codes());
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Returns_are_taken_back_unless_the_unit_has_answered()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        var done = await scene.ReturnAsync("Bukti belum ada.", Scene.YesNo, Scene.Abc);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, "Sudah."), default);

        Assert.Equal([null, "review.nothing-to-take-back"], (await scene.UndoAsync(done)).Codes());

        var sheet = await scene.StoredSheetAsync();
        Assert.True(sheet.ReturnedItems.Single(item => item.QuestionCode == Scene.YesNo).TakenBack);
        Assert.Equal(AssessmentStatus.ReReview, sheet.Status);
    }

    [Fact]
    public async Task Taking_back_a_second_return_leaves_the_first_repair_waiting()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await scene.ReturnAsync("Masih kurang.", Scene.YesNo);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([null], (await scene.UndoAsync(done)).Codes());

        Assert.Equal(
            [("SK belum ditandatangani.", ReturnedItemState.Repaired), ("Masih kurang.", ReturnedItemState.Closed)],
            (await scene.StoredSheetAsync()).ReturnedItems.OrderBy(item => item.ReturnedAt).Select(item => (item.Reason, item.State)));
    }
}
