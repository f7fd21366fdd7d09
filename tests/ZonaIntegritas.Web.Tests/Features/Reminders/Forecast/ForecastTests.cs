using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Forecast;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.Forecast;

public sealed class ForecastTests
{
    [Fact]
    public async Task Says_who_gets_what_when_and_writes_nothing()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WIT);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator, null, "Admin Contoh");
        var day = NextWorkingDay(scene);
        await using (var db = scene.Database.CreateDbContext())
        {
            var preference = new ReminderPreference(scene.Coordinator.Id);
            preference.Choose(DigestRhythm.Daily, 10, []);
            db.Add(preference);
            await db.SaveChangesAsync();
        }

        var forecast = await Queries(scene, administrator).LoadAsync(day, default);

        var row = forecast.Rows.Single(row => row.PersonId == scene.Coordinator.Id);
        // 10.00 WIT is 01.00 UTC.
        Assert.Equal((new(day.ToDateTime(new(1, 0)), TimeSpan.Zero), "DPMPTSP", Role.Koordinator), (row.At.ToUniversalTime(), row.Unit, row.Role));
        Assert.Contains(row.Lines, line => line.Kind == ReminderKind.OpenQuestions);
        Assert.DoesNotContain(forecast.Rows, found => found.PersonId == administrator.Id);
        Assert.Equal((true, 4), (forecast.IsWorkingDay, forecast.People));
        await using var after = scene.Database.CreateDbContext();
        Assert.False(await after.MailDeliveries.AnyAsync() || await after.DigestTurns.AnyAsync() || await after.Notices.AnyAsync());
    }

    [Fact]
    public async Task Nobody_is_written_to_on_a_day_off()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var day = NextWorkingDay(scene);
        while (day.DayOfWeek != DayOfWeek.Saturday)
        {
            day = day.AddDays(1);
        }

        var forecast = await Queries(scene, administrator).LoadAsync(day, default);

        Assert.False(forecast.IsWorkingDay);
        Assert.Empty(forecast.Rows);
    }

    [Theory]
    [InlineData(Role.Koordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Pimpinan)]
    public async Task Nobody_but_an_administrator_looks_ahead(Role role)
    {
        using var scene = await Scene.CreateAsync();
        var person = await scene.Database.AddUserAsync(role, role == Role.Koordinator ? scene.Unit : null, "Orang Lain");

        await Assert.ThrowsAsync<ForbiddenException>(() => Queries(scene, person).LoadAsync(NextWorkingDay(scene), default));
    }

    private static ForecastQueries Queries(Scene scene, AppUser user) => new(
        scene.Database, TestDatabase.SignIn(user), new DigestSource(scene.Database.Instruments, scene.Database.Clock), WorkCalendar.WeekendsOnly);

    private static DateOnly NextWorkingDay(Scene scene)
    {
        var day = IndonesianZone.WIB.Today(scene.Database.Clock.GetUtcNow()).AddDays(1);
        while (!WorkCalendar.WeekendsOnly.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
