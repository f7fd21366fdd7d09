using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.BackgroundWork;

public sealed class RunTests
{
    private const string Job = RecurringJobs.LinkChecks;

    [Fact]
    public async Task A_run_says_when_it_began_and_ended_and_what_came_of_it()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var begun = scene.Database.Clock.GetUtcNow();

        await bench.Recorder.RecordAsync(Job, _ => LastingAsync(scene, "128 tautan diperiksa, 3 mati."), default);

        var run = Assert.Single(await bench.RunsAsync());
        Assert.Equal((Job, begun, begun.AddMinutes(2), false, "128 tautan diperiksa, 3 mati."), (run.Job, run.StartedAt, run.EndedAt!.Value, run.Failed, run.Outcome));
        Assert.Equal(RunState.Done, run.StateAt(begun.AddDays(1), isNewest: true));
    }

    [Fact]
    public async Task A_run_that_breaks_is_written_down_without_the_errors_own_words_and_the_queue_hears_of_it()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bench.Recorder.RecordAsync(Job, _ => throw new InvalidOperationException("sri@contoh.test"), default));

        var run = Assert.Single(await bench.RunsAsync());
        Assert.Equal(RunState.Failed, run.StateAt(scene.Database.Clock.GetUtcNow(), isNewest: true));
        Assert.Contains("InvalidOperationException", run.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("sri@", run.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_stopped_with_its_program_whether_it_is_asked_or_killed()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => bench.Recorder.RecordAsync(Job, Stop, stopping.Token));
        var asked = Assert.Single(await bench.RunsAsync());
        Assert.Equal((RunState.Stopped, RunRecorder.Stopped), (asked.StateAt(scene.Database.Clock.GetUtcNow(), isNewest: true), asked.Outcome));

        // Killed: nothing more is written; the row stays open.
        var killed = new JobRun(Guid.CreateVersion7(), Job, scene.Database.Clock.GetUtcNow());
        var now = scene.Database.Clock.GetUtcNow();
        Assert.Equal(RunState.Running, killed.StateAt(now.AddMinutes(1), isNewest: true));
        Assert.Equal(RunState.Stopped, killed.StateAt(now.AddMinutes(1), isNewest: false));
        Assert.Equal(RunState.Stopped, killed.StateAt(now + JobRun.AtMost, isNewest: true));

        async Task<string> Stop(CancellationToken ct)
        {
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return "";
        }
    }

    [Fact]
    public async Task A_killed_run_is_shown_as_stopped_beside_the_one_after_it()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        await using (var db = scene.Database.CreateDbContext())
        {
            db.JobRuns.Add(new(Guid.CreateVersion7(), Job, scene.Database.Clock.GetUtcNow().AddMinutes(-10)));
            await db.SaveChangesAsync();
        }

        await bench.Recorder.RecordAsync(Job, _ => Task.FromResult("Selesai."), default);
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));

        var row = (await bench.Queries(who).LoadAsync(default)).Recurring.Single(row => row.Job.Id == Job);
        Assert.Equal([RunState.Done, RunState.Stopped], row.Runs.Select(run => run.State));
        Assert.Null(row.Runs[1].Took);
    }

    [Fact]
    public async Task Missed_runs_are_owed_once_until_one_goes_well()
    {
        // Saturday 10 October 2026, 07:00 WIB: the nightly run was due at 01:00.
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        MissedRuns missed = new(scene.Database, scene.Database.Clock);
        Assert.True(await missed.IsMissedAsync(Job, "0 1 * * *", default));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Recorder.RecordAsync(Job, _ => throw new InvalidOperationException(), default));
        Assert.True(await missed.IsMissedAsync(Job, "0 1 * * *", default));
        Assert.True(await missed.IsMissedAsync("another", "0 1 * * *", default));

        await bench.Recorder.RecordAsync(Job, _ => Task.FromResult("Selesai."), default);
        Assert.False(await missed.IsMissedAsync(Job, "0 1 * * *", default));

        // Three days off: one run is owed, not three.
        scene.Database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.True(await missed.IsMissedAsync(Job, "0 1 * * *", default));
        await bench.Recorder.RecordAsync(Job, _ => Task.FromResult("Selesai."), default);
        Assert.False(await missed.IsMissedAsync(Job, "0 1 * * *", default));
        // A monthly one missed twelve days ago is owed as well.
        Assert.True(await missed.IsMissedAsync("another", "0 5 1 * *", default));
    }

    [Fact]
    public async Task Old_runs_and_notices_go_and_young_ones_stay()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var now = scene.Database.Clock.GetUtcNow();
        await using (var db = scene.Database.CreateDbContext())
        {
            foreach (var age in (int[])[89, 91])
            {
                db.JobRuns.Add(new(Guid.CreateVersion7(), Job, now.AddDays(-age)));
                db.Notices.Add(new(Guid.CreateVersion7(), scene.Coordinator.Id, new(ReminderKind.Returned, $"Soal {age}", $"/soal/{age}"), now.AddDays(-age)));
            }

            await db.SaveChangesAsync();
        }

        await bench.AddMailAsync();

        Assert.Equal(new(1, 1), await new RemoveOldRecords(scene.Database, scene.Database.Clock).ExecuteAsync(default));
        Assert.Equal(new(0, 0), await new RemoveOldRecords(scene.Database, scene.Database.Clock).ExecuteAsync(default));

        await using var after = scene.Database.CreateDbContext();
        Assert.Equal(now.AddDays(-89), Assert.Single(await bench.RunsAsync()).StartedAt);
        Assert.Equal((1, 1), (after.Notices.Count(notice => notice.Link == "/soal/89"), after.MailDeliveries.Count()));
    }

    [Fact]
    public async Task An_administrator_starts_a_job_once_and_the_trail_says_so()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        var who = TestDatabase.SignIn(administrator);

        Assert.True((await bench.Start(who).ExecuteAsync(Job, default)).Succeeded);
        Assert.Equal(StartJob.Unknown, (await bench.Start(who).ExecuteAsync("format-disk", default)).Problem);
        await bench.Recorder.RecordAsync(
            Job,
            async _ =>
            {
                Assert.Equal(StartJob.AlreadyRunning, (await bench.Start(who).ExecuteAsync(Job, default)).Problem);
                return "";
            },
            default);
        bench.Jobs.Enabled = false;
        Assert.Equal(StartJob.SwitchedOff, (await bench.Start(who).ExecuteAsync(Job, default)).Problem);

        Assert.Equal([Job], bench.Trigger.Started);
        var line = Assert.Single(await bench.TrailAsync(AuditAction.JobStarted));
        Assert.Equal((administrator.Id, "Pemeriksaan tautan"), (line.By!.Value, line.Note));
    }

    [Fact]
    public async Task Nobody_else_starts_a_job()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);

        foreach (var person in (AppUser[])[scene.Coordinator, scene.Evaluator, await scene.Database.AddUserAsync(Role.Pimpinan)])
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => bench.Start(TestDatabase.SignIn(person)).ExecuteAsync(Job, default));
        }

        Assert.Empty(bench.Trigger.Started);
    }

    [Theory]
    [InlineData("0 7 * * 1-5", "Senin sampai Jumat pukul 07.00 WIB")]
    [InlineData("30 2 * * *", "Setiap hari pukul 02.30 WIB")]
    [InlineData("0 5 1 * *", "Setiap tanggal 1 pukul 05.00 WIB")]
    [InlineData("20 * * * *", "Setiap jam, lewat 20 menit")]
    [InlineData("0 * * * *", "Setiap jam")]
    [InlineData("*/15 * * * *", "Setiap 15 menit")]
    [InlineData("*/15 * * * 1-5", "Senin sampai Jumat, setiap 15 menit")]
    [InlineData("0 */6 * * *", "Setiap 6 jam")]
    [InlineData("0 6 * * 1", "Setiap Senin pukul 06.00 WIB")]
    [InlineData("0 6 * * 7", "Setiap Minggu pukul 06.00 WIB")]
    [InlineData("0 6 1-7 * 1", "Jadwal khusus (0 6 1-7 * 1, WIB)")]
    [InlineData("0 6 * 3 *", "Jadwal khusus (0 6 * 3 *, WIB)")]
    public void A_schedule_is_said_in_plain_words(string cron, string words) => Assert.Equal(words, ScheduleWords.Say(cron));

    [Fact]
    public async Task The_page_shows_the_next_run_in_WIB()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        var who = TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Administrator));

        var rows = (await bench.Queries(who).LoadAsync(default)).Recurring;

        Assert.Equal(RecurringJobs.All.Select(job => job.Id), rows.Select(row => row.Job.Id));
        // 01:00 WIB of the next day is 18:00 UTC of this one.
        Assert.Equal(new DateTimeOffset(2026, 10, 10, 18, 0, 0, TimeSpan.Zero), rows.Single(row => row.Job.Id == RecurringJobs.VerifyEvidence).Next);
    }

    private static Task<string> LastingAsync(Scene scene, string outcome)
    {
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        return Task.FromResult(outcome);
    }
}
