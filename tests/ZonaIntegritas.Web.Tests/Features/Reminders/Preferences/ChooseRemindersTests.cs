using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Preferences;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.Preferences;

public sealed class ChooseRemindersTests
{
    [Fact]
    public async Task What_is_chosen_is_kept_for_the_person_alone()
    {
        using var scene = await Scene.CreateAsync();

        Assert.True((await ChooseAsync(scene, new(DigestRhythm.Weekly, 9, [ReminderKind.Paper, ReminderKind.Alert], 0))).Succeeded);

        var own = await new PreferenceQueries(scene.Database, TestDatabase.SignIn(scene.Coordinator)).LoadAsync(default);
        var other = await new PreferenceQueries(scene.Database, TestDatabase.SignIn(scene.Evaluator)).LoadAsync(default);
        Assert.Equal((DigestRhythm.Weekly, 9, 1), (own.Chosen.Rhythm, own.Chosen.Hour, own.Chosen.Version));
        Assert.Equal([ReminderKind.Alert, ReminderKind.Paper], own.Chosen.Muted);
        Assert.Equal((DigestRhythm.Daily, 7, 0), (other.Chosen.Rhythm, other.Chosen.Hour, other.Chosen.Version));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(19)]
    [InlineData(-1)]
    public async Task An_hour_at_night_is_refused(int hour)
    {
        using var scene = await Scene.CreateAsync();
        Assert.Equal(ChooseReminders.NotAnHour, (await ChooseAsync(scene, new(DigestRhythm.Daily, hour, [], 0))).Problem);
        await NothingIsStoredAsync(scene);
    }

    [Theory]
    [InlineData(ReminderKind.Returned)]
    [InlineData(ReminderKind.OpenQuestions)]
    [InlineData(ReminderKind.Review)]
    [InlineData(ReminderKind.Escalation)]
    [InlineData(ReminderKind.Handed)]
    [InlineData(ReminderKind.Security)]
    [InlineData(ReminderKind.FailedWork)]
    public async Task A_duty_cannot_be_turned_off(ReminderKind duty)
    {
        using var scene = await Scene.CreateAsync();
        Assert.Equal(ChooseReminders.Duty, (await ChooseAsync(scene, new(DigestRhythm.Daily, 7, [ReminderKind.Paper, duty], 0))).Problem);
        await NothingIsStoredAsync(scene);
    }

    [Fact]
    public async Task A_second_tab_that_has_not_seen_the_first_is_told_so()
    {
        using var scene = await Scene.CreateAsync();
        await ChooseAsync(scene, new(DigestRhythm.Weekly, 9, [], 0));

        Assert.Equal(ChooseReminders.Stale, (await ChooseAsync(scene, new(DigestRhythm.Daily, 7, [], 0))).Problem);
        Assert.True((await ChooseAsync(scene, new(DigestRhythm.Daily, 8, [], 1))).Succeeded);
    }

    [Fact]
    public async Task A_closed_account_chooses_nothing()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.CloseAccountAsync(scene.Coordinator);

        await Assert.ThrowsAsync<ForbiddenException>(() => ChooseAsync(scene, new(DigestRhythm.Daily, 8, [], 0)));
        await NothingIsStoredAsync(scene);
    }

    private static Task<Domain.Common.Result> ChooseAsync(Scene scene, ChooseRemindersCommand command) =>
        new ChooseReminders(scene.Database, TestDatabase.SignIn(scene.Coordinator)).ExecuteAsync(command, default);

    private static async Task NothingIsStoredAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.ReminderPreferences.AnyAsync());
    }
}
