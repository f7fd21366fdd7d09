using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

public sealed class ReviewQueriesTests
{
    [Fact]
    public async Task The_queue_shows_assigned_units_that_have_submitted_and_never_the_own()
    {
        using var scene = await Scene.CreateAsync();
        WorkUnit own = await scene.Database.AddUnitAsync("Inspektorat"), foreign = await scene.Database.AddUnitAsync("Dinas Sosial"), draft = await scene.Database.AddUnitAsync("RSUD");
        var evaluator = await scene.Database.AddUserAsync(Role.Evaluator, own, "Rekan", scene.Unit, own, draft);
        foreach (var unit in (WorkUnit[])[own, foreign])
        {
            await scene.Database.SubmitAsync(await scene.Database.AddSheetAsync(unit, scene.Period), scene.Coordinator);
        }

        await scene.Database.AddSheetAsync(draft, scene.Period);
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        var row = (await QueueAsync(scene, evaluator)).Single();

        Assert.Equal((scene.Sheet.Id, new QueueSheet("DPMPTSP", "Dinas DPMPTSP", 2026, "WBK")), (row.AssessmentId, row.Sheet));
        Assert.Equal((AssessmentStatus.Submitted, ReviewTier.Lead, new DateOnly(2026, 11, 30)), (row.Status, row.Duty.Tier, row.ReviewUntil));
        Assert.Equal((113, 0, 0, Scene.BestTotal, (decimal?)null), (row.Waiting, row.WithTeam, row.WithUnit, row.UnitTotal, row.TpiTotal));
        Assert.True(row.IsMyTurn);
    }

    [Fact]
    public async Task It_is_the_turn_of_the_tier_that_is_waited_for_and_at_last_of_the_one_that_issues_the_LHE()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        Assert.Equal([(true, 113, 0), (false, 0, 113)], await TurnsAsync(scene));

        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Problem);
        Assert.Equal([(true, 112, 1), (true, 1, 112)], await TurnsAsync(scene));

        await scene.Database.EndAssignmentsAsync();
        await scene.Database.AssignAsync(scene.Evaluator, scene.Unit, ReviewTier.Lead, "A.1");
        await scene.Database.AssignAsync(scene.Controller, scene.Unit, ReviewTier.Controller);
        var lead = (await QueueAsync(scene, scene.Evaluator)).Single();
        // Its own area only, less the one judged; in the others the controller is the first to judge.
        Assert.Equal((15, 98), (lead.Waiting, lead.WithTeam));
    }

    [Fact]
    public async Task Nothing_is_my_turn_once_evaluation_is_closed()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        scene.Database.Clock.Advance(TimeSpan.FromDays(60));

        var row = (await QueueAsync(scene, scene.Evaluator)).Single();

        Assert.Equal((113, false, false), (row.Waiting, row.IsOpen, row.IsMyTurn));
    }

    [Fact]
    public async Task The_LHE_waits_for_the_top_tier_alone()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi);

        var (lead, top) = ((await QueueAsync(scene, scene.Evaluator)).Single(), (await QueueAsync(scene, scene.Controller)).Single());

        Assert.Equal((false, false), (lead.AwaitsLhe, lead.IsMyTurn));
        Assert.Equal((true, true), (top.AwaitsLhe, top.IsMyTurn));
        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Pimpinan)]
    public async Task Nobody_else_has_a_queue_even_when_assigned(Role role)
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);

        Assert.Empty(await QueueAsync(scene, await scene.Database.AddUserAsync(role, null, "Bukan TPI", scene.Unit)));
    }

    [Fact]
    public async Task What_waits_longest_comes_first_and_what_is_concluded_last()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        var units = new List<WorkUnit>();
        foreach (var name in (string[])["Pertama", "Kedua", "Ketiga"])
        {
            units.Add(await scene.Database.AddUnitAsync(name));
        }

        var evaluator = await scene.Database.AddUserAsync(Role.Evaluator, null, "Rekan", [scene.Unit, .. units]);
        foreach (var unit in units)
        {
            scene.Database.Clock.Advance(TimeSpan.FromHours(1));
            var sheet = await scene.Database.AddSheetAsync(unit, scene.Period);
            await scene.Database.SubmitAsync(sheet, scene.Coordinator);
            if (unit == units[0])
            {
                await scene.Database.ReturnAsync(sheet, evaluator, Scene.YesNo, "Alasan.");
            }
        }

        var rows = await QueueAsync(scene, evaluator);

        // One question of the first is at the unit for repair, the others can still be judged; the scene's own is concluded.
        Assert.Equal(["Pertama", "Kedua", "Ketiga", "DPMPTSP"], rows.Select(row => row.Sheet.UnitShortName));
        Assert.Equal([true, true, true, false], rows.Select(row => row.IsMyTurn));
        Assert.Equal((0, 1, 112), (rows[0].Repaired, rows[0].WithUnit, rows[0].Waiting));
        Assert.Equal((Scene.BestTotal, 0), (rows[3].TpiTotal, rows[3].Waiting));
    }

    [Fact]
    public async Task The_queue_takes_few_queries_and_a_closed_account_none_of_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var counter = new CommandCounter(scene.Database);

        Assert.Single(await Queries(scene, scene.Evaluator, counter).QueueAsync(default));
        Assert.InRange(counter.Queries.Count, 1, 6);

        await scene.Database.CloseAccountAsync(scene.Evaluator);
        await Assert.ThrowsAsync<ForbiddenException>(() => QueueAsync(scene, scene.Evaluator));
    }

    private static Task<IReadOnlyList<QueueRow>> QueueAsync(Scene scene, AppUser who) => Queries(scene, who, scene.Database).QueueAsync(default);

    private static ReviewQueries Queries(Scene scene, AppUser who, IDbContextFactory<AppDbContext> factory) =>
        new(factory, TestDatabase.SignIn(who), scene.Database.Instruments, scene.Database.Clock);

    private static async Task<IReadOnlyList<(bool Mine, int Waiting, int WithTeam)>> TurnsAsync(Scene scene)
    {
        List<(bool, int, int)> turns = [];
        foreach (var who in (AppUser[])[scene.Evaluator, scene.Controller])
        {
            var row = (await QueueAsync(scene, who)).Single();
            turns.Add((row.IsMyTurn, row.Waiting, row.WithTeam));
        }

        return turns;
    }
}
