using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Planning;

/// <summary>The plan's pages over the real database, and who may open them and who may not.</summary>
public abstract class PlanningPageTest : PageTest
{
    private static readonly Dictionary<string, Func<Scene, Task<AppUser>>> Others = new()
    {
        ["coordinator of another unit"] = async scene => await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial")),
        ["head of another unit"] = async scene => await scene.Database.AddUserAsync(Role.Pimpinan, await scene.Database.AddUnitAsync("Dinas Sosial")),
        ["evaluator who is not assigned"] = async scene => await scene.Database.AddUserAsync(Role.Evaluator),
        ["evaluator of the own unit"] = async scene => await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan", scene.Unit),
    };

    private static readonly Dictionary<string, Func<Scene, Task<AppUser>>> People = new()
    {
        ["head of the unit"] = async scene => await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit),
        ["head of the instansi"] = async scene => await scene.Database.AddUserAsync(Role.Pimpinan),
        ["evaluator of the unit"] = scene => Task.FromResult(scene.Evaluator),
        ["administrator"] = async scene => await scene.Database.AddUserAsync(Role.Administrator),
    };

    public static TheoryData<string> Strangers => [.. Others.Keys];

    /// <summary>They read and may not plan.</summary>
    public static TheoryData<string> Readers => [.. People.Keys];

    protected static Task<AppUser> StrangerAsync(Scene scene, string who) => Others[who](scene);

    protected static Task<AppUser> ReaderAsync(Scene scene, string who) => People[who](scene);

    protected IRenderedComponent<TPage> OpenPlan<TPage>(Scene scene, AppUser user, string place)
        where TPage : IComponent
    {
        Services.AddPlanning();
        var page = Open<TPage>(scene, user, $"/{place}/{scene.Sheet.Id}", scene.Sheet.Id);
        page.WaitForState(() => page.Markup.Contains("<h1", StringComparison.Ordinal));
        return page;
    }

    protected static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    /// <summary>Items planned by the coordinator, with one person and a date each.</summary>
    protected static async Task PlanAsync(Scene scene, params (string Code, DateOnly DueOn)[] items)
    {
        var plan = new PlanActions(scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);
        Assert.Null((await plan.ExecuteAsync(
            scene.Sheet.Id, [.. items.Select(item => new PlannedAction(item.Code, null, new($"Kerjakan {item.Code}", "Sekretaris", item.DueOn)))], default)).Problem);
    }

    protected static async Task<List<ActionItem>> ItemsAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.ActionItems.AsNoTracking().OrderBy(item => item.DueOn).ThenBy(item => item.QuestionCode).ToListAsync();
    }
}
