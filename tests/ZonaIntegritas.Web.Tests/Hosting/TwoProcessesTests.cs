using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;
using ZonaIntegritas.Web.Tests.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Tests.Features.Evidence.Links;
using ZonaIntegritas.Web.Tests.Features.EvidencePacks;
using ZonaIntegritas.Web.Tests.Features.Reminders;
using ZonaIntegritas.Web.Tests.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Hosting;

/// <summary>Each recurring job, run at the same moment by several processes over one database: the rows are those of one run.</summary>
public sealed class TwoProcessesTests
{
    private const int Processes = 4;

    [Fact]
    public async Task Digests_are_written_once()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);

        var planned = await AtOnceAsync(() => new MailBench(scene.Database).Plan.ExecuteAsync(default));

        var rows = await new MailBench(scene.Database).RowsAsync();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, planned.Sum());
        Assert.Equal(rows.Count, rows.DistinctBy(row => (row.RecipientId, row.Kind, row.Channel, row.Key)).Count());
    }

    [Fact]
    public async Task Scheduled_reports_are_asked_for_once()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 3);

        await AtOnceAsync(() => new ReportBench(scene.Database).Request.ExecuteAsync(default));

        await using var db = scene.Database.CreateDbContext();
        Assert.Equal([PaperKind.Progress, PaperKind.Recap], (await db.ReportRequests.Select(row => row.Kind).ToListAsync()).Order());
    }

    [Fact]
    public async Task Dead_links_are_written_into_the_trail_once()
    {
        await using var bench = await LinkBench.CreateAsync();
        await bench.ProveLineAsync();
        var version = await bench.AddAsync();

        // Each process has a pace of its own, which proves its own line.
        await AtOnceAsync(async () =>
        {
            using var probe = bench.Sites.Probe();
            using LinkPace pace = new(probe, bench.Scene.Database.Clock, TimeSpan.Zero);
            await pace.LookAsync(new("https://arsip.contoh.go.id/"), default);
            return await new CheckEvidenceLinks(
                bench.Scene.Database, pace, bench.Scene.Database.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<CheckEvidenceLinks>.Instance).ExecuteAsync(default);
        });

        Assert.NotNull((await bench.StoredAsync(version.Id)).LinkCheckedAt);
        Assert.Single(await bench.TrailAsync());
    }

    [Fact]
    public async Task A_broken_file_is_written_into_the_trail_once()
    {
        using var scene = await Scene.CreateAsync();
        var versions = await scene.AddTextsAsync(2);
        Shelves.Flip(scene.FileOf(versions[0]));
        scene.Database.Clock.Advance(TimeSpan.FromDays(8));

        await AtOnceAsync(() => scene.Verify().VerifyAllAsync(default));

        Assert.Single(await new WorkBench(scene).TrailAsync(AuditAction.EvidenceFoundBroken));
    }

    [Fact]
    public async Task Expired_packs_are_removed_once()
    {
        using var scene = await Scene.CreateAsync();
        PackDesk desk = new(scene);
        var pack = await desk.MakeAsync();
        scene.Database.Clock.Advance(TimeSpan.FromDays(15));

        await AtOnceAsync(() => desk.Remove().ExecuteAsync(default));

        Assert.Equal((WorkState.Done, scene.Database.Clock.GetUtcNow()), ((await desk.RowAsync(pack.Id)).State, (await desk.RowAsync(pack.Id)).RemovedAt!.Value));
        Assert.False(desk.Store.Packs.Exists(pack.Sha256!));
    }

    [Fact]
    public async Task Old_records_are_removed_once()
    {
        using var scene = await Scene.CreateAsync();
        var now = scene.Database.Clock.GetUtcNow();
        await using (var db = scene.Database.CreateDbContext())
        {
            db.JobRuns.AddRange(Enumerable.Range(0, 50).Select(day => new JobRun(Guid.CreateVersion7(), RecurringJobs.CleanUp, now.AddDays(-65 - day))));
            db.Notices.AddRange(Enumerable.Range(0, 50).Select(day => new Web.Features.Reminders.Notices.Notice(
                Guid.CreateVersion7(), scene.Coordinator.Id, new(ReminderKind.Returned, "Soal", $"/soal/{day}"), now.AddDays(-65 - day))));
            await db.SaveChangesAsync();
        }

        var removed = await AtOnceAsync(() => new RemoveOldRecords(scene.Database, scene.Database.Clock).ExecuteAsync(default));

        await using var after = scene.Database.CreateDbContext();
        Assert.Equal((26, 26), (await after.JobRuns.CountAsync(), await after.Notices.CountAsync()));
        Assert.Equal((24, 24), (removed.Sum(each => each.Runs), removed.Sum(each => each.Notices)));
    }

    private static Task<T[]> AtOnceAsync<T>(Func<Task<T>> run) => Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Task.Run(run)));
}
