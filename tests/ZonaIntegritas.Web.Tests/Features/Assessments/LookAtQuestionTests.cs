using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.Sheet;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

/// <summary>"Berubah sejak saya lihat", for TPI and for the unit.</summary>
public sealed class LookAtQuestionTests
{
    [Fact]
    public async Task A_look_is_kept_once_and_never_moves_back()
    {
        using var scene = await Scene.CreateAsync();
        var now = scene.Database.Clock.GetUtcNow();
        foreach (var at in (DateTimeOffset[])[now, now.AddMinutes(5), now.AddMinutes(1)])
        {
            Assert.Null((await Look(scene, scene.Coordinator).ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, at), default)).Problem);
        }

        await using var db = scene.Database.CreateDbContext();
        var look = await db.QuestionLooks.SingleAsync();
        Assert.Equal((scene.Coordinator.Id, Scene.YesNo, now.AddMinutes(5)), (look.UserId, look.QuestionCode, look.LookedAt));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_sheet_leaves_no_trace()
    {
        using var scene = await Scene.CreateAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Sosial"));
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await scene.Database.CloseAccountAsync(scene.Controller);

        await Assert.ThrowsAsync<ForbiddenException>(() => LookAsync(scene, stranger));
        await Assert.ThrowsAsync<ForbiddenException>(() => LookAsync(scene, scene.Controller));
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            Look(scene, administrator).ExecuteAsync(new(Guid.CreateVersion7(), Scene.YesNo, scene.Database.Clock.GetUtcNow()), default));
        await using var db = scene.Database.CreateDbContext();
        Assert.Empty(await db.QuestionLooks.ToListAsync());
    }

    [Fact]
    public async Task What_the_unit_repairs_has_changed_for_those_who_looked_and_until_they_look_again()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await LookAsync(scene, scene.Evaluator);
        await LookAsync(scene, scene.Coordinator);
        Later(scene);
        await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default);

        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Evaluator));
        Assert.Empty(await ChangedAsync(scene, scene.Coordinator));
        Assert.Empty(await ChangedAsync(scene, scene.Controller));
        await LookAsync(scene, scene.Evaluator);
        Assert.Empty(await ChangedAsync(scene, scene.Evaluator));

        Later(scene);
        await scene.AddEvidenceAsync();
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Evaluator));
        await LookAsync(scene, scene.Evaluator);
        Later(scene);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Evaluator));
    }

    [Fact]
    public async Task A_detached_document_and_a_new_version_are_changes()
    {
        using var scene = await Scene.CreateAsync();
        var decree = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await LookAsync(scene, scene.Evaluator);
        Later(scene);
        await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "sk baru.jpg", null, new(scene.Unit.Id, ItemId: decree.ItemId));
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Evaluator));

        await LookAsync(scene, scene.Evaluator);
        Later(scene);
        Assert.Null((await scene.Detach().ExecuteAsync(decree.LinkId, default)).Problem);
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Evaluator));
    }

    [Fact]
    public async Task A_judgement_below_has_changed_for_the_tier_above_and_for_nobody_else()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        var colleague = await scene.Database.AddUserAsync(Role.Evaluator, null, "Rekan", scene.Unit);
        AppUser[] people = [scene.Controller, scene.Coordinator, scene.Evaluator, colleague];
        foreach (var person in people)
        {
            await LookAsync(scene, person);
        }

        Later(scene);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak")), default);

        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Controller));
        foreach (var person in people[1..])
        {
            Assert.Empty(await ChangedAsync(scene, person));
        }
    }

    [Fact]
    public async Task A_message_to_the_team_has_changed_nothing_for_the_unit_and_a_return_has()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await LookAsync(scene, scene.Coordinator);
        await LookAsync(scene, scene.Controller);
        Later(scene);
        await WriteAsync(scene, Audience.TpiOnly);
        Assert.Empty(await ChangedAsync(scene, scene.Coordinator));
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Controller));

        await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "SK tahun lalu."), default);
        Assert.Equal([Scene.YesNo], await ChangedAsync(scene, scene.Coordinator));
    }

    private static async Task WriteAsync(Scene scene, Audience audience)
    {
        await using var db = scene.Database.CreateDbContext();
        db.ThreadMessages.Add(new(
            Guid.CreateVersion7(), scene.Sheet.Id, Scene.YesNo, new(scene.Evaluator.Id, Capacity.Lead), scene.Database.Clock.GetUtcNow(), new("Cek halaman 3.", audience)));
        await db.SaveChangesAsync();
    }

    private static void Later(Scene scene) => scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

    private static LookAtQuestion Look(Scene scene, AppUser who) => new(scene.Database, TestDatabase.SignIn(who));

    private static Task<Result> LookAsync(Scene scene, AppUser who) =>
        Look(scene, who).ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, scene.Database.Clock.GetUtcNow()), default);

    private static async Task<IEnumerable<string>> ChangedAsync(Scene scene, AppUser who) =>
        (await scene.Queries(who).LoadAsync(scene.Sheet.Id, default)).Changed;
}
