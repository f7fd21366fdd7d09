using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Discussion;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Discussion;
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
        Assert.Equal(
            ($"Soal {Scene.YesNo} dikembalikan TPI: “SK belum ditandatangani.”", $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", true),
            (row.Text, row.Link, row.IsUnread));
        Assert.Equal(0, (await OfAsync(scene, stranger)).Page.Total);
        Assert.DoesNotContain((await OfAsync(scene, scene.Evaluator)).Page.Rows, found => found.Kind == ReminderKind.Returned);

        Assert.True((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah diganti."), default)).Succeeded);

        Assert.NotNull((await OfAsync(scene, scene.Coordinator)).Page.Rows.Single(found => found.Kind == ReminderKind.Returned).SettledAt);
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

    private static async Task<Scene> AtTpiAsync()
    {
        var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        return scene;
    }

    private static Task<NoticeList> OfAsync(Scene scene, AppUser person) =>
        new NoticeQueries(scene.Database, TestDatabase.SignIn(person)).ListAsync(false, 1, 20, default);
}
