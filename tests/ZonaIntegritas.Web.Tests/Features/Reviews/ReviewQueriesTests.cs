using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
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

        Assert.Equal(
            new QueueRow(
                scene.Sheet.Id, "DPMPTSP", "Dinas DPMPTSP", 2026, "WBK", AssessmentStatus.Submitted, scene.Database.Clock.GetUtcNow(),
                new(2026, 11, 30), Domain.Common.IndonesianZone.WIB, Scene.BestTotal, null, 0, 113, 0, 0),
            row);
        Assert.True(row.IsMyTurn);
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
        Assert.Equal(["Pertama", "Kedua", "Ketiga", "DPMPTSP"], rows.Select(row => row.UnitShortName));
        Assert.Equal([true, true, true, false], rows.Select(row => row.IsMyTurn));
        Assert.Equal((0, 1), (rows[0].Repaired, rows[0].Open));
        Assert.Equal((Scene.BestTotal, 113), (rows[3].TpiTotal, rows[3].TpiAnswered));
    }

    [Fact]
    public async Task The_queue_takes_few_queries_and_a_closed_account_none_of_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var counter = new CommandCounter(scene.Database);

        Assert.Single(await new ReviewQueries(counter, TestDatabase.SignIn(scene.Evaluator)).QueueAsync(default));
        Assert.InRange(counter.Queries.Count, 1, 4);

        await scene.Database.CloseAccountAsync(scene.Evaluator);
        await Assert.ThrowsAsync<ForbiddenException>(() => QueueAsync(scene, scene.Evaluator));
    }

    private static Task<IReadOnlyList<QueueRow>> QueueAsync(Scene scene, AppUser who) =>
        new ReviewQueries(scene.Database, TestDatabase.SignIn(who)).QueueAsync(default);
}
