using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Assessments.CarryOver;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.CarryOver;

public sealed class CarryOverAnswerTests
{
    private const string Counted = "A.II.1.i.b";

    [Fact]
    public async Task The_answer_and_its_note_are_taken_scored_and_kept_in_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"), "SK 12/2025");

        Assert.Null((await TakeAsync(scene, Scene.YesNo)).Problem);

        var answer = (await scene.AnswerAsync(Scene.YesNo))!;
        Assert.Equal((new ChoiceAnswer("Ya"), "SK 12/2025", 1, scene.Coordinator.Id), (answer.Value, answer.Note, answer.Version, answer.ChangedBy));
        Assert.Equal(0.25m, (await scene.StoredScoreAsync())!.Total);
        var entry = Assert.Single(await scene.TrailAsync());
        Assert.Equal(
            (AuditAction.AnswerCarriedOver, "(kosong)", "Ya\nSK 12/2025", "dari LKE 2025", scene.Sheet.Id, Scene.YesNo),
            (entry.Action, entry.Before, entry.After, entry.Note, entry.AssessmentId, entry.QuestionCode));
    }

    [Fact]
    public async Task An_own_note_stays_and_the_own_answer_is_said_in_the_trail()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.Abc, new ChoiceAnswer("A"), "Catatan lama");
        await scene.AnsweredAsync(scene.Sheet, Scene.Abc, new ChoiceAnswer("C"), "Catatan baru");

        Assert.Null((await TakeAsync(scene, Scene.Abc, seen: 1)).Problem);

        var answer = (await scene.AnswerAsync(Scene.Abc))!;
        Assert.Equal((new ChoiceAnswer("A"), "Catatan baru", 2), (answer.Value, answer.Note, answer.Version));
        var entry = Assert.Single(await scene.TrailAsync());
        Assert.Equal(("C\nCatatan baru", "A\nCatatan baru"), (entry.Before, entry.After));
    }

    [Fact]
    public async Task It_is_the_nearest_year_before_that_counts()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(2023), Scene.Abc, new ChoiceAnswer("A"));
        await scene.AnsweredAsync(await scene.AddLastYearAsync(2025), Scene.Abc, new ChoiceAnswer("B"));
        await scene.AnsweredAsync(await scene.AddLastYearAsync(2027), Scene.Abc, new ChoiceAnswer("C"));

        Assert.Null((await TakeAsync(scene, Scene.Abc)).Problem);

        Assert.Equal(new ChoiceAnswer("B"), (await scene.AnswerAsync(Scene.Abc))!.Value);
    }

    [Fact]
    public async Task Documents_never_come_along()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.ProvedAsync(last);

        Assert.Null((await TakeAsync(scene, Scene.YesNo)).Problem);

        Assert.Empty(await scene.Queries(scene.Coordinator).EvidenceAsync(scene.Sheet.Id, default));
    }

    [Fact]
    public async Task What_is_not_there_not_finished_or_already_so_is_refused_in_words()
    {
        using var scene = await Scene.CreateAsync();
        await RefusedAsync(scene, Scene.Abc, CarryOverProblems.NoEarlierSheet);
        var last = await scene.AddLastYearAsync();
        await RefusedAsync(scene, Scene.Abc, CarryOverProblems.NothingToTake);
        await scene.AnsweredAsync(last, Scene.Abc, null, "hanya catatan");
        await RefusedAsync(scene, Scene.Abc, CarryOverProblems.NothingToTake, earlier: 1);
        await scene.AnsweredAsync(last, Counted, new CountsAnswer(new Dictionary<string, long> { ["jumlah_perubahan"] = 3 }));
        await RefusedAsync(scene, Counted, CarryOverProblems.Unfinished);
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.AnsweredAsync(scene.Sheet, Scene.YesNo, new ChoiceAnswer("Ya"));
        await RefusedAsync(scene, Scene.YesNo, CarryOverProblems.Same, seen: 1);
        await RefusedAsync(scene, "A.9.z", CarryOverProblems.NothingToTake);
    }

    [Fact]
    public async Task An_answer_that_this_years_instrument_no_longer_takes_is_refused_with_the_reason()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.Abc, new ChoiceAnswer("E"));
        await scene.AnsweredAsync(last, Scene.YesNo, new LevelAnswer(3));

        var option = (await TakeAsync(scene, Scene.Abc)).Problem!;
        var kind = (await TakeAsync(scene, Scene.YesNo)).Problem!;

        Assert.Equal(("carry.no-longer-fits", "carry.no-longer-fits"), (option.Code, kind.Code));
        Assert.Contains("Pilihan E tidak ada pada versi ini; yang ada A, B, C.", option.Message, StringComparison.Ordinal);
        Assert.Null(await scene.AnswerAsync(Scene.Abc));
    }

    [Fact]
    public async Task A_colleagues_newer_answer_and_a_changed_source_are_not_run_over()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.Abc, new ChoiceAnswer("A"));
        await scene.AnsweredAsync(scene.Sheet, Scene.Abc, new ChoiceAnswer("C"));
        var before = await scene.PrintAsync();

        Assert.Equal("assessment.stale", (await TakeAsync(scene, Scene.Abc, seen: 0)).Problem?.Code);
        Assert.Equal("carry.source-changed", (await TakeAsync(scene, Scene.Abc, seen: 1, earlier: 7)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    public static TheoryData<string> Intruding => [.. Intruders.OfFilling.Keys];

    [Theory]
    [MemberData(nameof(Intruding))]
    public async Task Whoever_may_not_fill_in_takes_nothing(string intruder)
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.Abc, new ChoiceAnswer("A"));
        var who = await Intruders.OfFilling[intruder](scene);
        var before = await scene.PrintAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => TakeAsync(scene, Scene.Abc, who: who));
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Theory]
    [InlineData(AssessmentStatus.Submitted, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.InReview, "assessment.not-open-for-unit")]
    [InlineData(AssessmentStatus.InRepair, "assessment.only-returned-items")]
    [InlineData(AssessmentStatus.Concluded, "assessment.not-open-for-unit")]
    public async Task A_question_that_is_not_the_units_turn_takes_nothing(AssessmentStatus status, string code)
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.Abc, new ChoiceAnswer("B"));
        await scene.MoveToAsync(status);
        var before = await scene.PrintAsync();

        Assert.Equal(code, (await TakeAsync(scene, Scene.Abc, seen: 1)).Problem?.Code);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Outside_the_window_and_in_a_closed_period_nothing_is_taken()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.Abc, new ChoiceAnswer("B"));
        scene.Database.Clock.SetUtcNow(new(2026, 10, 17, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal("assessment.outside-filling", (await TakeAsync(scene, Scene.Abc)).Problem?.Code);

        await scene.ChangeAsync(async db => (await db.Periods.SingleAsync(period => period.Id == scene.Period.Id)).Close(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()));
        Assert.Equal("period.closed", (await TakeAsync(scene, Scene.Abc)).Problem?.Code);
        Assert.Null(await scene.AnswerAsync(Scene.Abc));
    }

    [Fact]
    public async Task Another_units_last_year_is_never_taken()
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinas Sosial"), await scene.Database.AddPeriodAsync(2025));
        await scene.AnsweredAsync(other, Scene.Abc, new ChoiceAnswer("A"));

        Assert.Equal(CarryOverProblems.NoEarlierSheet, (await TakeAsync(scene, Scene.Abc)).Problem);
    }

    [Fact]
    public async Task Of_many_each_has_its_own_result()
    {
        using var scene = await Scene.CreateAsync();
        var last = await scene.AddLastYearAsync();
        await scene.AnsweredAsync(last, Scene.YesNo, new ChoiceAnswer("Ya"));
        await scene.AnsweredAsync(last, Scene.Abc, new ChoiceAnswer("E"));
        await scene.AnsweredAsync(last, "A.I.1.ii.a", new ChoiceAnswer("Ya"));

        var results = await new CarryOverAnswers(scene.CarryOver()).ExecuteAsync(
            [new(scene.Sheet.Id, Scene.YesNo, 0, 1), new(scene.Sheet.Id, Scene.Abc, 0, 1), new(scene.Sheet.Id, "A.I.1.ii.a", 4, 1)], default);

        Assert.Equal([(Scene.YesNo, null), (Scene.Abc, "carry.no-longer-fits"), ("A.I.1.ii.a", "assessment.stale")], results.Select(result => (result.QuestionCode, result.Problem?.Code)));
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
    }

    [Fact]
    public async Task Rights_that_end_meanwhile_are_said_for_each_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AnsweredAsync(await scene.AddLastYearAsync(), Scene.Abc, new ChoiceAnswer("A"));
        await scene.Database.CloseAccountAsync(scene.Coordinator);

        var result = Assert.Single(await new CarryOverAnswers(scene.CarryOver()).ExecuteAsync([new(scene.Sheet.Id, Scene.Abc, 0, 1)], default));

        Assert.Equal("access.not-signed-in", result.Problem?.Code);
    }

    private static Task<Result<SavedAnswer>> TakeAsync(Scene scene, string code, int seen = 0, int earlier = 1, Authorizer? who = null) =>
        scene.CarryOver(who).ExecuteAsync(new(scene.Sheet.Id, code, seen, earlier), default);

    private static async Task RefusedAsync(Scene scene, string code, Problem problem, int seen = 0, int earlier = 1)
    {
        var before = await scene.PrintAsync();
        Assert.Equal(problem, (await TakeAsync(scene, code, seen, earlier)).Problem);
        Assert.Equal(before, await scene.PrintAsync());
    }
}
