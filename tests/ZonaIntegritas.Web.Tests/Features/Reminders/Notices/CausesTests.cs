using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Planning;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Features.Planning;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Features.Reminders.Preferences;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.Notices;

/// <summary>What happens rings the bell of whom it concerns, and is settled when it is done.</summary>
public sealed class CausesTests
{
    [Fact]
    public async Task A_returned_question_rings_at_the_units_coordinators_and_falls_silent_once_it_is_repaired()
    {
        using var scene = await AtTpiAsync();
        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinas Lain"), "Orang Lain");

        Assert.True((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "SK belum ditandatangani."), default)).Succeeded);

        var row = Assert.Single((await OfAsync(scene, scene.Coordinator)).Page.Rows, row => row.Kind == ReminderKind.Returned);
        var stored = await scene.StoredSheetAsync();
        Assert.Equal(AssessmentStatus.InRepair, stored.Status);
        Assert.Equal(
            (DigestWords.Returned(Scene.YesNo, "SK belum ditandatangani.", scene.Period, IndonesianZone.WIB.Today(scene.Database.Clock.GetUtcNow())), $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", true),
            (row.Text, row.Link, row.IsUnread));
        Assert.Equal(0, (await OfAsync(scene, stranger)).Page.Total);
        Assert.DoesNotContain((await OfAsync(scene, scene.Evaluator)).Page.Rows, found => found.Kind == ReminderKind.Returned);

        Assert.True((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah diganti."), default)).Succeeded);

        Assert.NotNull((await OfAsync(scene, scene.Coordinator)).Page.Rows.Single(found => found.Kind == ReminderKind.Returned).SettledAt);
    }

    [Fact]
    public async Task Whoever_is_named_again_on_the_same_question_hears_it_again()
    {
        using var scene = await AtTpiAsync();
        WriteMessageCommand command = new(scene.Sheet.Id, Scene.YesNo, "Mohon dilihat.", Audience.Everybody, Mentions: [scene.Evaluator.Id]);
        await scene.Write().ExecuteAsync(command, default);
        await new ReadNotices(scene.Database, TestDatabase.SignIn(scene.Evaluator), scene.Database.Clock).ExecuteAsync(null, default);

        await scene.Write().ExecuteAsync(command, default);

        Assert.Equal(1, (await OfAsync(scene, scene.Evaluator)).Unread);
    }

    [Fact]
    public async Task A_return_that_is_taken_back_is_settled_too()
    {
        using var scene = await AtTpiAsync();
        await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "SK belum ditandatangani."), default);

        Assert.True((await scene.TakeBack().ExecuteAsync(scene.Sheet.Id, Scene.YesNo, default)).Succeeded);

        Assert.Equal(0, (await OfAsync(scene, scene.Coordinator)).Unread);
    }

    [Fact]
    public async Task The_last_item_of_a_plan_that_is_due_ends_its_reminder_and_not_the_first()
    {
        using var scene = await Scene.CreateAsync();
        var due = IndonesianZone.WIB.Today(scene.Database.Clock.GetUtcNow()).AddDays(2);
        await using (var db = scene.Database.CreateDbContext())
        {
            foreach (var id in (Guid[])[Guid.CreateVersion7(), Guid.CreateVersion7()])
            {
                var item = new ActionItem(id, scene.Sheet.Id, Scene.Abc, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow());
                item.Describe("Susun SK tim", "Sekretaris", due);
                db.Add(item);
            }

            await db.RaiseAsync(
                scene.Coordinator.Id, [new(ReminderKind.ActionPlan, "2 butir jatuh tempo.", $"/rencana/{scene.Sheet.Id}")], scene.Database.Clock.GetUtcNow(), default);
            await db.SaveChangesAsync();
        }

        foreach (var unread in (int[])[1, 0])
        {
            await CloseOneAsync(scene);
            Assert.Equal(unread, (await OfAsync(scene, scene.Coordinator)).Unread);
        }
    }

    [Fact]
    public async Task A_limit_that_is_reached_again_ends_the_alert()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Unit, by: scene.Coordinator);
        Assert.True((await scene.Save().ExecuteAsync(await AgainAsync(scene, Scene.YesNo, empty: false), default)).Succeeded);
        List<string> cleared = [];
        foreach (var code in (await scene.FreshScoreAsync()).Lines.Select(line => line.Question.Code))
        {
            cleared.Add(code);
            Assert.True((await scene.Save().ExecuteAsync(await AgainAsync(scene, code, empty: true), default)).Succeeded);
            if (await LostAsync(scene) > 0)
            {
                break;
            }
        }

        Assert.True(await LostAsync(scene) > 0);
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.RaiseAsync(
                scene.Coordinator.Id, [new(ReminderKind.Alert, "Turun di bawah syarat WBK.", $"/kesiapan/{scene.Sheet.Id}")], scene.Database.Clock.GetUtcNow(), default);
            await db.SaveChangesAsync();
        }

        foreach (var code in cleared)
        {
            Assert.True((await scene.Save().ExecuteAsync(await AgainAsync(scene, code, empty: false), default)).Succeeded);
        }

        Assert.Equal((0, 0), (await LostAsync(scene), (await OfAsync(scene, scene.Coordinator)).Unread));
    }

    [Fact]
    public async Task A_refused_return_rings_nowhere()
    {
        using var scene = await Scene.CreateAsync();

        Assert.False((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Masih draf."), default)).Succeeded);

        Assert.Equal(0, (await OfAsync(scene, scene.Coordinator)).Page.Total);
    }

    [Fact]
    public async Task A_submitted_sheet_rings_at_whoever_judges_first_and_settles_the_units_open_questions()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Unit, by: scene.Coordinator);
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.RaiseAsync(
                scene.Coordinator.Id, [new(ReminderKind.OpenQuestions, "12 soal belum dijawab.", $"/lembar-kerja/{scene.Sheet.Id}")], scene.Database.Clock.GetUtcNow(), default);
            await db.SaveChangesAsync();
        }

        var submitted = await scene.Submit().ExecuteAsync(scene.Sheet.Id, default);

        Assert.Null(submitted.Problem);
        Assert.Equal([$"/penilaian/{scene.Sheet.Id}"], (await OfAsync(scene, scene.Evaluator)).Page.Rows.Select(row => row.Link));
        Assert.Equal(0, (await OfAsync(scene, scene.Controller)).Page.Total);
        Assert.Equal(0, (await OfAsync(scene, scene.Coordinator)).Unread);
    }

    [Fact]
    public async Task Whoever_is_named_hears_it_unless_they_do_without()
    {
        using var scene = await AtTpiAsync();
        var before = (await OfAsync(scene, scene.Evaluator)).Page.Total;
        WriteMessageCommand command = new(scene.Sheet.Id, Scene.YesNo, "Mohon dilihat.", Audience.Everybody, Mentions: [scene.Evaluator.Id]);

        await new ChooseReminders(scene.Database, TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(new(DigestRhythm.Daily, 7, [ReminderKind.Mention], 0), default);
        Assert.True((await scene.Write().ExecuteAsync(command, default)).Succeeded);
        Assert.Equal(before, (await OfAsync(scene, scene.Evaluator)).Page.Total);

        await new ChooseReminders(scene.Database, TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(new(DigestRhythm.Daily, 7, [], 1), default);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await scene.Write().ExecuteAsync(command, default)).Succeeded);

        var row = Assert.Single((await OfAsync(scene, scene.Evaluator)).Page.Rows, row => row.Kind == ReminderKind.Mention);
        Assert.Equal(
            ($"Sri Wahyuni menyebut Anda pada soal {Scene.YesNo} DPMPTSP.", $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}"), (row.Text, row.Link));
    }

    private static async Task CloseOneAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var item = await db.ActionItems.AsNoTracking().FirstAsync(item => item.State == ActionState.Open);
        var closed = await new CloseAction(scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets)
            .ExecuteAsync(new(scene.Sheet.Id, item.Id, item.Version), ActionState.Done, "SK terbit.", default);
        Assert.Null(closed.Problem);
    }

    private static async Task<SaveAnswerCommand> AgainAsync(Scene scene, string code, bool empty)
    {
        var question = (await scene.FreshScoreAsync()).Lines.Single(line => line.Question.Code == code).Question;
        return scene.Answering(code, empty ? null : TestDatabase.BestAnswer(question), seen: (await scene.AnswerAsync(code))?.Version ?? 0);
    }

    private static async Task<int> LostAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.GateAlerts.CountAsync(alert => alert.Crossing == GateCrossing.Fell && alert.ClearedAt == null);
    }

    private static async Task<Scene> AtTpiAsync()
    {
        var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        return scene;
    }

    private static Task<NoticeList> OfAsync(Scene scene, AppUser person) =>
        new NoticeQueries(scene.Database, TestDatabase.SignIn(person)).ListAsync(false, 1, 20, default);
}
