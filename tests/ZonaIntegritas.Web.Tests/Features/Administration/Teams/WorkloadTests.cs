using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Teams;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Teams;

public sealed class WorkloadTests
{
    [Fact]
    public async Task Each_evaluator_is_told_what_waits_for_the_own_tier()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya")), default)).Problem);
        var other = await scene.Database.AddUnitAsync("BKD");
        await scene.Database.AssignAsync(scene.Evaluator, other, ReviewTier.Member);
        await scene.Database.AddSheetAsync(other, scene.Period);
        await scene.Database.AddUserAsync(Role.Evaluator, null, "Belum Ditugasi");

        var page = await PageAsync(scene, new());

        Assert.Equal(["Belum Ditugasi", "Tono Hartono", "Wayan Sudarsana"], page.Rows.Select(row => row.Name));
        var (idle, lead, controller) = (page.Rows[0], page.Rows[1], page.Rows[2]);
        Assert.Equal((0, 0, 0, 0), (idle.Units, idle.Waiting, idle.Sheets, idle.Minutes));
        // The draft of the other unit is not TPI's yet. 112 of 113 questions, of 390 minutes: 386,5.
        Assert.Equal((2, 112, 1, 387), (lead.Units, lead.Waiting, lead.Sheets, lead.Minutes));
        Assert.Equal((1, 1), (lead.Tiers[ReviewTier.Member], lead.Tiers[ReviewTier.Lead]));
        Assert.Equal((new DateOnly(2026, 10, 10), "DPMPTSP"), (lead.Oldest, lead.OldestUnit));
        Assert.Equal((1, 1, 4), (controller.Units, controller.Waiting, controller.Minutes));
        Assert.Equal("Tono Hartono", (await PageAsync(scene, new(MostFirst: true))).Rows[0].Name);
        Assert.Equal(["Wayan Sudarsana"], (await PageAsync(scene, new("sudar"))).Rows.Select(row => row.Name));
    }

    [Fact]
    public async Task Closed_windows_and_closed_accounts_wait_for_nobody()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        await scene.Database.CloseAccountAsync(scene.Evaluator);
        Assert.Equal((false, 0), (await PageAsync(scene, new("Tono"))).Rows.Select(row => (row.IsActive, row.Waiting)).Single());
        // Who has left still holds the unit, so that it can be handed over, but the next tier no longer waits for it.
        Assert.Equal(113, (await PageAsync(scene, new("Wayan"))).Rows.Single().Waiting);

        scene.Database.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, (await PageAsync(scene, new("Wayan"))).Rows.Single().Waiting);
    }

    [Fact]
    public async Task A_page_costs_the_same_queries_for_one_sheet_and_for_many()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        for (var number = 0; number < 15; number++)
        {
            var unit = await scene.Database.AddUnitAsync($"Unit {number}");
            await scene.Database.AssignAsync(scene.Evaluator, unit, ReviewTier.Lead);
            await scene.Database.SubmitAsync(await scene.Database.AddSheetAsync(unit, scene.Period), scene.Coordinator);
        }

        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var counter = new CommandCounter(scene.Database);
        var queries = new WorkloadQueries(counter, TestDatabase.SignIn(administrator), scene.Database.Instruments, scene.Database.Clock);

        Assert.Equal(16 * 113, (await queries.PageAsync(new("Tono"), default)).Rows.Single().Waiting);
        Assert.InRange(counter.Queries.Count, 5, 9);
    }

    private static async Task<RowPage<WorkloadRow>> PageAsync(Scene scene, WorkloadFilter filter)
    {
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        return await new WorkloadQueries(scene.Database, TestDatabase.SignIn(administrator), scene.Database.Instruments, scene.Database.Clock).PageAsync(filter, default);
    }
}
