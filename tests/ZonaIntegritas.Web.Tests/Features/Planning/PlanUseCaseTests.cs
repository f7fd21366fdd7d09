using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Planning;

/// <summary>Efforts and action items on the real database, with everybody who may not and every state that forbids it.</summary>
public sealed class PlanUseCaseTests
{
    private static readonly ActionText Text = new("Susun SK tim", "Sekretaris", new(2026, 10, 17));

    private static readonly Dictionary<string, Func<Scene, Authorizer, Task<Problem?>>> UseCases = new()
    {
        ["SetEffort"] = async (scene, who) => (await SetEffort(scene, who).ExecuteAsync(scene.Sheet.Id, Scene.YesNo, 3, default)).Problem,
        ["PlanActions"] = async (scene, who) => (await Plan(scene, who).ExecuteAsync(scene.Sheet.Id, [new(Scene.Abc, null, Text)], default)).Problem,
        ["ChangeAction"] = async (scene, who) => (await Change(scene, who).ExecuteAsync(await ItemAsync(scene), Text, default)).Problem,
        ["CloseAction"] = async (scene, who) => (await Close(scene, who).ExecuteAsync(await ItemAsync(scene), ActionState.Done, "SK terbit.", default)).Problem,
    };

    public static MatrixTheoryData<string, string> Forbidden => new([.. UseCases.Keys], [.. Intruders.OfFilling.Keys]);

    public static TheoryData<string> Names => [.. UseCases.Keys];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Whoever_may_not_plan_writes_nothing(string useCase, string intruder)
    {
        using var scene = await PlannedAsync();
        var who = await Intruders.OfFilling[intruder](scene);
        var before = await PrintAsync(scene);

        var refusal = await Assert.ThrowsAsync<ForbiddenException>(() => UseCases[useCase](scene, who));

        Assert.StartsWith("access.", refusal.Problem.Code, StringComparison.Ordinal);
        Assert.Equal(before, await PrintAsync(scene));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Closed_period_refuses_and_writes_nothing(string useCase)
    {
        using var scene = await PlannedAsync();
        await scene.Database.ChangeAsync(scene.Sheet, open => Assert.Null(open.Period.Close(scene.Coordinator.Id, open.Now).Problem));
        var before = await PrintAsync(scene);

        Assert.Equal("period.closed", (await UseCases[useCase](scene, Own(scene)))?.Code);
        Assert.Equal(before, await PrintAsync(scene));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_written_leaves_one_line_in_the_trail(string useCase)
    {
        using var scene = await PlannedAsync();
        var before = await TrailAsync(scene);

        Assert.Null(await UseCases[useCase](scene, Own(scene)));

        Assert.Equal(before + 1, await TrailAsync(scene));
    }

    [Fact]
    public async Task Stale_change_and_stale_close_are_refused()
    {
        using var scene = await PlannedAsync();
        var seen = await ItemAsync(scene);
        Assert.Null((await Change(scene, Own(scene)).ExecuteAsync(seen, Text with { Who = "Kepala bidang" }, default)).Problem);

        Assert.Equal(PlanningProblems.StaleCode, (await Change(scene, Own(scene)).ExecuteAsync(seen, Text, default)).Problem?.Code);
        Assert.Equal(PlanningProblems.StaleCode, (await Close(scene, Own(scene)).ExecuteAsync(seen, ActionState.Dropped, "Alasan.", default)).Problem?.Code);
    }

    [Fact]
    public async Task Closed_item_stays_as_it_is_and_closing_needs_words()
    {
        using var scene = await PlannedAsync();

        Assert.Equal("planning.outcome-missing", (await Close(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), ActionState.Done, " ", default)).Problem?.Code);
        Assert.Equal("planning.reason-missing", (await Close(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), ActionState.Dropped, "", default)).Problem?.Code);
        Assert.Null((await Close(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), ActionState.Done, "SK terbit.", default)).Problem);
        Assert.Equal("planning.already-closed", (await Change(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), Text, default)).Problem?.Code);
    }

    [Fact]
    public async Task Same_aim_twice_and_a_foreign_aim_are_refused_whole()
    {
        using var scene = await PlannedAsync();
        var before = await PrintAsync(scene);

        Assert.Equal("planning.already-planned", (await Plan(scene, Own(scene)).ExecuteAsync(
            scene.Sheet.Id, [new(Scene.Abc, null, Text), new(Scene.YesNo, new ChoiceAnswer("Ya"), Text)], default)).Problem?.Code);
        Assert.Equal("planning.unacceptable-aim", (await Plan(scene, Own(scene)).ExecuteAsync(
            scene.Sheet.Id, [new(Scene.Abc, new ChoiceAnswer("Z"), Text)], default)).Problem?.Code);
        Assert.Equal("planning.nothing-chosen", (await Plan(scene, Own(scene)).ExecuteAsync(scene.Sheet.Id, [], default)).Problem?.Code);
        Assert.Equal(before, await PrintAsync(scene));
    }

    [Fact]
    public async Task Unit_its_head_its_evaluator_and_the_head_read_the_plan_and_nobody_else()
    {
        using var scene = await PlannedAsync();
        AppUser[] readers =
        [
            scene.Coordinator, scene.Evaluator, await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit),
            await scene.Database.AddUserAsync(Role.Pimpinan), await scene.Database.AddUserAsync(Role.Administrator),
        ];
        foreach (var reader in readers)
        {
            var view = await Queries(scene, reader).LoadAsync(scene.Sheet.Id, default);
            Assert.Equal((Layer.Unit, reader == scene.Coordinator), (view.Title.Layer, view.MayPlan));
            Assert.Single(view.Actions);
        }

        AppUser[] others =
        [
            await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial")),
            await scene.Database.AddUserAsync(Role.Evaluator), await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan", scene.Unit),
        ];
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, other).LoadAsync(scene.Sheet.Id, default));
        }
    }

    [Fact]
    public async Task After_the_LHE_it_is_for_next_time_and_on_the_values_of_TPI()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        var view = await Queries(scene, scene.Coordinator).LoadAsync(scene.Sheet.Id, default);

        Assert.Equal((Layer.Tpi, true), (view.Title.Layer, view.Title.ForNextTime));
    }

    [Fact]
    public async Task Trial_leaves_the_database_as_it_was()
    {
        using var scene = await PlannedAsync();
        var before = await PrintAsync(scene);
        var lines = await AllLinesAsync(scene);
        var view = await Queries(scene, scene.Coordinator).LoadAsync(scene.Sheet.Id, default);

        Trial trial = new(view.Sheet);
        trial.Try(Scene.YesNo, new ChoiceAnswer("Ya"));
        trial.SucceedWith(view.Actions.Select(action => (action.QuestionCode, action.Aim)));

        Assert.True(trial.After.Total.Points > trial.Before.Total.Points);
        Assert.Equal(before, await PrintAsync(scene));
        Assert.Equal(lines, await AllLinesAsync(scene));
    }

    [Fact]
    public async Task Trail_says_which_words_of_an_item_changed()
    {
        using var scene = await PlannedAsync();
        Assert.Null((await Change(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), Text with { Who = "Kepala bidang" }, default)).Problem);
        Assert.Null((await Change(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), new("Terbitkan SK", "Kepala bidang", new(2026, 10, 18)), default)).Problem);

        await using var db = scene.Database.CreateDbContext();
        var notes = await db.AuditEntries.Where(entry => entry.Action == AuditAction.ActionPlanned).Select(entry => entry.Note).ToListAsync();
        Assert.Equal(["butir baru", "penanggung jawab", "uraian, tenggat"], notes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Trail_does_not_name_who_does_it()
    {
        using var scene = await PlannedAsync();
        Assert.Null((await Change(scene, Own(scene)).ExecuteAsync(await ItemAsync(scene), Text with { What = "Terbitkan SK" }, default)).Problem);

        await using var db = scene.Database.CreateDbContext();
        var lines = await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == AuditAction.ActionPlanned).ToListAsync();
        Assert.All(lines, line => Assert.DoesNotContain(Text.Who, $"{line.Before} {line.After} {line.Note}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.After!.StartsWith("Terbitkan SK\nsampai 17", StringComparison.Ordinal));
    }

    private static async Task<Scene> PlannedAsync()
    {
        var scene = await Scene.CreateAsync();
        Assert.Null((await Plan(scene, Own(scene)).ExecuteAsync(scene.Sheet.Id, [new(Scene.YesNo, new ChoiceAnswer("Ya"), Text)], default)).Problem);
        return scene;
    }

    private static Authorizer Own(Scene scene) => TestDatabase.SignIn(scene.Coordinator);

    private static SetEffort SetEffort(Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Sheets);

    private static PlanActions Plan(Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Sheets);

    private static ChangeAction Change(Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Sheets);

    private static CloseAction Close(Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Sheets);

    private static PlanQueries Queries(Scene scene, AppUser user) => new(scene.Database, TestDatabase.SignIn(user), scene.Database.Sheets);

    private static async Task<ActionRef> ItemAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var item = await db.ActionItems.AsNoTracking().OrderBy(i => i.Id).FirstAsync();
        return new(scene.Sheet.Id, item.Id, item.Version);
    }

    private static async Task<int> TrailAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.ActionPlanned);
    }

    private static async Task<int> AllLinesAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.CountAsync();
    }

    private static async Task<string> PrintAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var items = await db.ActionItems.AsNoTracking().OrderBy(item => item.Id).ToListAsync();
        var efforts = await db.QuestionEfforts.AsNoTracking().OrderBy(effort => effort.QuestionCode).ToListAsync();
        return await scene.PrintAsync() + System.Text.Json.JsonSerializer.Serialize(items) + System.Text.Json.JsonSerializer.Serialize(efforts);
    }
}
