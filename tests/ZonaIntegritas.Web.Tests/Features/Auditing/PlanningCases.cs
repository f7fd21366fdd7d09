using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Identity;
using static ZonaIntegritas.Web.Tests.Features.Auditing.EveryChangeIsRecordedTests;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

/// <summary>The plan's rows of <see cref="Table"/>.</summary>
internal static class PlanningCases
{
    private const string Promised = "Susun SK tim\nsampai 17 Oktober 2026";

    // Done by a person of the unit, whom the trail must not name.
    private static readonly ActionText Promise = new("Susun SK tim", "Sri Wahyuni", new(2026, 10, 17));

    public static IReadOnlyDictionary<string, Case> All { get; } = new Dictionary<string, Case>
    {
        [nameof(SetEffort)] = new(
            _ => Task.CompletedTask,
            stage => SetAsync(stage, QuestionEffort.Impossible),
            stage => SetAsync(stage, QuestionEffort.Most + 1),
            new Expected(AuditAction.ActionPlanned, "sangat mudah", "tidak mungkin tahun ini")),
        [nameof(PlanActions)] = new(
            _ => Task.CompletedTask,
            stage => PlanAsync(stage, Promise),
            stage => PlanAsync(stage, Promise with { Who = " " }),
            new Expected(AuditAction.ActionPlanned, null, Promised)),
        [nameof(ChangeAction)] = new(
            stage => PlanAsync(stage, Promise),
            stage => ChangeAsync(stage, Promise with { What = "Terbitkan SK tim" }),
            stage => ChangeAsync(stage, Promise with { What = "" }),
            new Expected(AuditAction.ActionPlanned, Promised, "Terbitkan SK tim\nsampai 17 Oktober 2026")),
        [nameof(CloseAction)] = new(
            stage => PlanAsync(stage, Promise),
            stage => CloseAsync(stage, "SK terbit."),
            stage => CloseAsync(stage, ""),
            new Expected(AuditAction.ActionPlanned, Promised, Promised + "\nSelesai: SK terbit.")),
    };

    private static Authorizer Own(Stage stage) => TestDatabase.SignIn(stage.Scene.Coordinator);

    private static async Task<Problem?> SetAsync(Stage stage, int effort) =>
        (await new SetEffort(stage.Scene.Database, Own(stage), stage.Scene.Database.Sheets).ExecuteAsync(stage.Scene.Sheet.Id, Scene.YesNo, effort, default)).Problem;

    private static async Task<Problem?> ChangeAsync(Stage stage, ActionText text) =>
        (await new ChangeAction(stage.Scene.Database, Own(stage), stage.Scene.Database.Sheets).ExecuteAsync(await ItemAsync(stage), text, default)).Problem;

    private static async Task<Problem?> PlanAsync(Stage stage, ActionText text) =>
        (await new PlanActions(stage.Scene.Database, Own(stage), stage.Scene.Database.Sheets).ExecuteAsync(stage.Scene.Sheet.Id, [new(Scene.YesNo, null, text)], default)).Problem;

    private static async Task<Problem?> CloseAsync(Stage stage, string outcome) =>
        (await new CloseAction(stage.Scene.Database, Own(stage), stage.Scene.Database.Sheets).ExecuteAsync(await ItemAsync(stage), ActionState.Done, outcome, default)).Problem;

    private static async Task<ActionRef> ItemAsync(Stage stage)
    {
        await using var db = stage.Scene.Database.CreateDbContext();
        return await db.ActionItems.Select(item => new ActionRef(item.AssessmentId, item.Id, item.Version)).SingleAsync();
    }
}
