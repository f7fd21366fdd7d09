using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.CarryOver;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.CarryOver;

/// <summary>A sheet of 2025 beside the scene's sheet of 2026, and the use cases that take from it.</summary>
internal static class LastYearBench
{
    public static async Task<Assessment> AddLastYearAsync(this Scene scene, int year = 2025) =>
        await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(year));

    public static CarryOverAnswer CarryOver(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets, scene.Database.Instruments);

    public static AttachStillValid StillValid(this Scene scene, Authorizer? who = null) =>
        new(scene.Database, who ?? TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets);

    public static LastYearQueries LastYear(this Scene scene, AppUser? who = null) =>
        new(scene.Database, TestDatabase.SignIn(who ?? scene.Coordinator), scene.Database.Sheets, scene.Database.Instruments);

    /// <summary>As it stands in a sheet of an earlier year, whatever its windows were.</summary>
    public static Task AnsweredAsync(this Scene scene, Assessment sheet, string code, AnswerValue? value, string note = "", Layer layer = Layer.Unit) =>
        scene.ChangeAsync(async db =>
        {
            var answer = await db.Answers.SingleOrDefaultAsync(a => a.AssessmentId == sheet.Id && a.Layer == layer && a.QuestionCode == code);
            if (answer is null)
            {
                db.Add(answer = new(Guid.CreateVersion7(), sheet.Id, layer, code));
            }

            answer.Change(value, note, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
        });

    /// <summary>A document that was put forward a year ago, at page 3.</summary>
    public static async Task<EvidenceLink> ProvedAsync(this Scene scene, Assessment sheet, string code = Scene.YesNo)
    {
        var item = await scene.ShelveAsync();
        await scene.PutForwardAsync(item, sheet.Id, code);
        await scene.ChangeAsync(async db => (await db.EvidenceLinks.SingleAsync(link => link.ItemId == item.Id)).PointAt(3, "diktum kedua"));
        await using var db = scene.Database.CreateDbContext();
        return await db.EvidenceLinks.AsNoTracking().SingleAsync(link => link.ItemId == item.Id);
    }

    public static async Task<List<AuditEntry>> TrailAsync(this Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync();
    }
}
