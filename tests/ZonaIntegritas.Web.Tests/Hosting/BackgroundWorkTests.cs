using System.Net;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Hosting.Jobs;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Hosting;

public sealed class BackgroundWorkTests
{
    [Fact]
    public async Task The_running_app_catches_up_a_missed_morning_and_sends_one_mail_each()
    {
        // Monday, 08:00 WIB: the digest was due an hour ago.
        using var database = await TestDatabase.CreateAsync(new(2026, 10, 12, 1, 0, 0, TimeSpan.Zero));
        var unit = await database.AddUnitAsync();
        await database.AddUserAsync(Role.Koordinator, unit);
        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        var mails = database.Storage.Value.MailFolder;

        for (var start = 0; start < 2; start++)
        {
            await using var app = new TestApp(database, jobs: true);
            using var client = app.CreateClient();
            await UntilAsync(() => Finished(app, typeof(PlanDigestsJob)) && Directory.Exists(mails) && Directory.GetFiles(mails, "*.eml").Length > 0);
        }

        Assert.Single(Directory.GetFiles(mails));
    }

    [Fact]
    public async Task After_days_off_each_job_owes_one_run_and_a_restart_owes_none()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        string[] nightly = [RecurringJobs.CleanUp, RecurringJobs.LinkChecks, RecurringJobs.RemovePacks, RecurringJobs.VerifyEvidence];
        for (var start = 0; start < 2; start++)
        {
            await using var app = new TestApp(scene.Database, jobs: true);
            using var client = app.CreateClient();
            // This one runs at every start, so its end says that the start is over.
            await UntilAsync(() => Finished(app, typeof(RequestScheduledReportsJob)));
            await UntilAsync(async () => nightly.All((await bench.RunsAsync()).Where(run => run.EndedAt is not null).Select(run => run.Job).Contains));
        }

        var runs = (await bench.RunsAsync()).Where(run => nightly.Contains(run.Job)).ToList();
        Assert.Equal(nightly.Order(), runs.Select(run => run.Job).Order());
        Assert.All(runs, run => Assert.False(run.Failed));

        scene.Database.Clock.Advance(TimeSpan.FromDays(3));
        await using var later = new TestApp(scene.Database, jobs: true);
        using var again = later.CreateClient();
        await UntilAsync(async () => (await bench.RunsAsync()).Count(run => nightly.Contains(run.Job) && run.EndedAt is not null) == 8);
    }

    [Fact]
    public async Task Schedules_are_kept_in_the_time_of_western_Indonesia()
    {
        using var database = await TestDatabase.CreateAsync();
        await using var app = new TestApp(database, jobs: true);
        using var client = app.CreateClient();

        using var storage = app.Services.GetRequiredService<JobStorage>().GetConnection();
        var jobs = storage.GetRecurringJobs().ToDictionary(job => job.Id);

        Assert.Equal(["hapus-catatan-lama", "hapus-paket", "laporan-kemajuan", "periksa-keutuhan", "periksa-tautan", "ringkasan-harian"], jobs.Keys.Order());
        Assert.All(jobs.Values, job => Assert.Equal("WIB", job.TimeZoneId));
        // Each hour has people whose hour it is; 05:00 WIB on the first is 22:00 on the last in UTC.
        Assert.Equal(5, jobs["ringkasan-harian"].NextExecution!.Value.Minute);
        Assert.Equal(22, jobs["laporan-kemajuan"].NextExecution!.Value.Hour);
    }

    [Theory]
    [InlineData("2026-10-09T00:00:00Z", true)]
    [InlineData("2026-10-09T16:59:59Z", true)]
    [InlineData("2026-10-08T23:59:59Z", false)]
    [InlineData("2026-10-10T05:00:00Z", false)]
    public void A_run_was_missed_only_after_its_hour_on_its_day(string now, bool missed) =>
        Assert.Equal(missed, RecurringWork.WasDueToday("0 7 * * 1-5", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_schedule_that_is_none_is_named()
    {
        var result = new JobOptionsCheck().Validate(null, new JobOptions { Digest = "setiap pagi" });

        Assert.StartsWith("Jobs:Digest: 'setiap pagi'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_opens_only_for_administrators_of_this_moment()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        var coordinator = await database.AddUserAsync(Role.Koordinator, await database.AddUnitAsync());
        await using var app = new TestApp(database);

        var anonymous = await app.ClientOf(null).GetAsync("/hangfire");
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.ClientOf(coordinator).GetAsync("/hangfire")).StatusCode);
        Assert.False((await app.ClientOf(coordinator).PostAsync("/hangfire/stats", null)).IsSuccessStatusCode);

        var opened = await app.ClientOf(administrator).GetAsync("/hangfire");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        // No page of it may bring a script of its own: the app's policy would stop it.
        Assert.DoesNotContain("<script>", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("data-pollinterval=\"30000\"", (await opened.Content.ReadAsStringAsync()).Replace('\'', '"'), StringComparison.Ordinal);
        var forged = await app.ClientOf(administrator).PostAsync("/hangfire/recurring/trigger", new FormUrlEncodedContent([new("jobs[]", "ringkasan-harian")]));
        Assert.False(forged.IsSuccessStatusCode);

        await database.CloseAccountAsync(administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.ClientOf(administrator).GetAsync("/hangfire")).StatusCode);
    }

    private static bool Finished(TestApp app, Type job) => app.Services.GetRequiredService<JobStorage>().GetMonitoringApi()
        .SucceededJobs(0, 100).Any(done => done.Value.Job?.Type == job);

    private static Task UntilAsync(Func<bool> reached) => UntilAsync(() => Task.FromResult(reached()));

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await reached())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
