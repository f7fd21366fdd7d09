using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Features.Proposals.Conditions;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Proposals;

/// <summary>The checklist's use cases over a <see cref="Scene"/>, and short ways to fill it.</summary>
internal static class ConditionDesk
{
    public const string Tlhp = "tlhp";
    public const string Spip = "spip";

    public static RecordCondition Recording(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);

    public static ConfirmCondition Confirming(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Evaluator), scene.Database.Sheets);

    public static RecordInstansiCondition RecordingInstansi(this Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Clock);

    public static ConfirmInstansiCondition ConfirmingInstansi(this Scene scene, Authorizer who) => new(scene.Database, who, scene.Database.Clock);

    public static ConditionQueries Checklists(this Scene scene, AppUser reader) => new(scene.Database, TestDatabase.SignIn(reader), scene.Database.Sheets);

    public static ConditionEntry Entry(string value = "100", Guid? version = null, string? url = "https://jdih.contohprov.go.id/lhp-12") =>
        new(value, "700/12/2026 rekap tindak lanjut", new(2026, 3, 3), version, url);

    /// <summary>As the coordinator; whatever was recorded before is replaced.</summary>
    public static async Task RecordAsync(this Scene scene, string code = Tlhp, ConditionEntry? entry = null)
    {
        var result = await scene.Recording().ExecuteAsync(
            new(scene.Sheet.Id, code, entry ?? Entry(), (await scene.RecordOfAsync(code))?.Version ?? 0), default);
        Xunit.Assert.Null(result.Problem);
    }

    public static async Task ConfirmAsync(this Scene scene, string code = Tlhp) =>
        Xunit.Assert.Null((await scene.Confirming().ExecuteAsync(new(scene.Sheet.Id, code, (await scene.RecordOfAsync(code))!.Version), default)).Problem);

    /// <summary>Every condition of unit and instansi at its minimum for WBK and confirmed, as if it had been kept for long.</summary>
    public static Task FulfilAsync(this Scene scene, params string[] except) => scene.ChangeAsync(db =>
    {
        foreach (var condition in ProposalConditions.All.Where(condition => !except.Contains(condition.Code)))
        {
            var unit = condition.Level == ConditionLevel.Unit ? scene.Unit.Id : (Guid?)null;
            var record = new ConditionRecord(Guid.CreateVersion7(scene.Database.Clock.GetUtcNow()), scene.Period.Id, unit, condition.Code);
            record.Record(Entry(condition.Minimums.Wbk), scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
            record.Confirm(scene.Evaluator.Id, scene.Database.Clock.GetUtcNow());
            db.ConditionRecords.Add(record);
        }

        return Task.CompletedTask;
    });

    public static async Task<ConditionRecord?> RecordOfAsync(this Scene scene, string code)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.ConditionRecords.AsNoTracking().SingleOrDefaultAsync(record => record.Code == code);
    }

    public static async Task<List<AuditEntry>> TrailAsync(this Scene scene, AuditAction action)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync();
    }

    /// <summary>All that the checklist writes, as text: equal before and after means that nothing was written.</summary>
    public static async Task<string> PrintConditionsAsync(this Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return System.Text.Json.JsonSerializer.Serialize(await db.ConditionRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync())
            + await db.AuditEntries.CountAsync();
    }
}
