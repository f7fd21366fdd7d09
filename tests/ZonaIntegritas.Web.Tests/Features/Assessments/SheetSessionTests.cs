using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class SheetSessionTests
{
    private const string Last = "B.II.a";

    [Theory]
    [InlineData(null, Scene.YesNo)]
    [InlineData("A.I.9.z", Scene.YesNo)]
    [InlineData("B.I.a", "B.I.a")]
    public async Task It_opens_at_the_asked_question_or_the_first_that_waits(string? asked, string selected)
    {
        using var scene = await Scene.CreateAsync();

        Assert.Equal(selected, (await OpenAsync(scene, asked)).SelectedCode);
    }

    [Fact]
    public async Task It_opens_at_the_first_unanswered_question_and_at_the_first_when_all_are_answered()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 2, by: scene.Coordinator);
        Assert.Equal("A.I.1.ii.a", (await OpenAsync(scene)).SelectedCode);

        using var full = await Scene.CreateAsync();
        await full.Database.AnswerAsync(full.Sheet, by: full.Coordinator);
        Assert.Equal((Scene.YesNo, (string?)null), ((await OpenAsync(full)).SelectedCode, (await OpenAsync(full)).NextOpen()));
    }

    [Fact]
    public async Task Neighbours_end_at_the_ends_and_next_open_goes_round()
    {
        using var scene = await Scene.CreateAsync();
        var session = await OpenAsync(scene);

        Assert.Equal((null, Scene.Abc), (session.Neighbour(-1), session.Neighbour(1)));
        Assert.True(session.Select(Last));
        Assert.Equal(("B.I.b", null, Scene.YesNo), (session.Neighbour(-1), session.Neighbour(1), session.NextOpen()));
        Assert.False(session.Select(Last));
        Assert.False(session.Select("A.I.9.z"));
        Assert.Equal(Last, session.SelectedCode);
    }

    [Fact]
    public async Task A_preview_counts_in_the_score_and_can_be_taken_back()
    {
        using var scene = await Scene.CreateAsync();
        var session = await OpenAsync(scene);

        session.Preview(Scene.YesNo, new ChoiceAnswer("Ya"));
        Assert.Equal((0.25m, 1), (session.Score.Total.Points.ToDecimal(), session.Score.Completeness.AnsweredQuestions));
        Assert.Null(session.Row(Scene.YesNo));

        session.Preview(Scene.YesNo, null);
        Assert.Equal((0m, 0), (session.Score.Total.Points.ToDecimal(), session.Score.Completeness.AnsweredQuestions));
    }

    [Fact]
    public async Task After_a_save_the_score_is_the_servers_so_that_others_answers_count_too()
    {
        using var scene = await Scene.CreateAsync();
        var session = await OpenAsync(scene);
        await scene.Database.AnswerAsync(scene.Sheet, questions: 1, by: scene.Coordinator);

        var saved = await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default);
        session.Saved(new(Scene.Abc, new ChoiceAnswer("A"), "", 1, "Anda", saved.Value.At), saved.Value.Sheet);

        // 0,25 by a colleague + 0,25 here.
        Assert.Equal((0.5m, 1), (session.Score.Total.Points.ToDecimal(), session.Row(Scene.Abc)!.Version));
    }

    [Fact]
    public async Task A_colleagues_answer_still_counts_after_the_next_keystroke()
    {
        using var scene = await Scene.CreateAsync();
        var session = await OpenAsync(scene);
        await scene.Database.AnswerAsync(scene.Sheet, questions: 1, by: scene.Coordinator);
        var saved = await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default);
        session.Saved(new(Scene.Abc, new ChoiceAnswer("A"), "", 1, "Anda", saved.Value.At), saved.Value.Sheet);

        session.Preview("B.I.a", new LevelAnswer(4m));

        Assert.Equal(3, session.Score.Completeness.AnsweredQuestions);
    }

    [Fact]
    public async Task What_is_being_typed_stays_when_an_older_save_of_it_comes_back()
    {
        using var scene = await Scene.CreateAsync();
        var session = await OpenAsync(scene);
        session.Preview(Scene.Abc, new ChoiceAnswer("A"));
        var saved = await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, new ChoiceAnswer("A")), default);
        session.Preview(Scene.Abc, new ChoiceAnswer("C"));

        session.Saved(new(Scene.Abc, new ChoiceAnswer("A"), "", 1, "Anda", saved.Value.At), saved.Value.Sheet);

        // C earns 0 of 0,25.
        Assert.Equal((0m, new ChoiceAnswer("C")), (session.Score.Total.Points.ToDecimal(), session.Line(Scene.Abc).Answer));
    }

    [Fact]
    public async Task Progress_says_open_partly_done_or_returned()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 1, by: scene.Coordinator);
        await scene.Save().ExecuteAsync(scene.Answering(Scene.Abc, null, "Catatan saja."), default);
        var session = await OpenAsync(scene);

        Assert.Equal(
            (Progress.Done, Progress.Partly, Progress.Open),
            (session.ProgressOf(Scene.YesNo), session.ProgressOf(Scene.Abc), session.ProgressOf("A.I.1.ii.a")));
        Assert.Equal((Progress.Partly, Progress.Open), (session.ProgressOf(session.Selected.Leaf), session.ProgressOf(session.Instrument.Place(Last)!.Leaf)));
        session.Preview(Scene.Abc, new ChoiceAnswer("A"));
        Assert.Equal(Progress.Done, session.ProgressOf(session.Instrument.Place(Scene.Abc)!.Leaf));
    }

    [Fact]
    public async Task A_returned_question_waits_for_the_unit_and_a_repaired_one_for_tpi()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        var unit = await OpenAsync(scene);
        var tpi = await OpenAsync(scene, layer: Layer.Tpi);

        Assert.Equal((true, false), (unit.Waits(Scene.YesNo), tpi.Waits(Scene.YesNo)));
        Assert.Equal(Progress.Returned, unit.ProgressOf(Scene.YesNo));
        Assert.Equal(ReturnedItemState.Open, unit.OpenReturn(Scene.YesNo)!.State);
        Assert.False(unit.Waits(Scene.Abc));

        Assert.Null((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, ""), default)).Problem);
        unit = await OpenAsync(scene);
        tpi = await OpenAsync(scene, layer: Layer.Tpi);

        Assert.Equal((false, true), (unit.Waits(Scene.YesNo), tpi.Waits(Scene.YesNo)));
        Assert.Equal((null, Progress.Done), (unit.OpenReturn(Scene.YesNo), unit.ProgressOf(Scene.YesNo)));
        Assert.Equal(Scene.YesNo, tpi.SelectedCode);
    }

    [Fact]
    public async Task Nothing_waits_for_someone_who_only_reads()
    {
        using var scene = await Scene.CreateAsync();
        var head = await scene.Database.AddUserAsync(Domain.Access.Role.Pimpinan, scene.Unit);

        var session = new SheetSession(await scene.Queries(head).LoadAsync(scene.Sheet.Id, default), Layer.Unit, null);

        Assert.Equal((Scene.YesNo, (string?)null, false), (session.SelectedCode, session.NextOpen(), session.IsFillable(Scene.YesNo)));
    }

    private static async Task<SheetSession> OpenAsync(Scene scene, string? code = null, Layer layer = Layer.Unit) =>
        new(await scene.Queries(layer == Layer.Unit ? scene.Coordinator : scene.Evaluator).LoadAsync(scene.Sheet.Id, default), layer, code);
}
