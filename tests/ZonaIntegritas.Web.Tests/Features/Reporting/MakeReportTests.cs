using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Tests.Features.Reporting;

public sealed class MakeReportTests
{
    [Fact]
    public async Task A_report_is_made_once_by_however_many_workers_and_stored_under_its_hash()
    {
        using var database = await TestDatabase.CreateAsync();
        await ReportRequestsTests.PrepareAsync(database);
        var maker = new SmallMaker();
        ReportBench bench = new(database, maker);
        await bench.RequestAsync();
        var id = Assert.Single(await bench.RowsAsync()).Id;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new ReportBench(database, maker).Make.ExecuteAsync(id, default))));

        Assert.Equal(1, maker.Made);
        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, 1, database.Clock.GetUtcNow()), (row.State, row.Tries, row.FinishedAt));
        await using var file = bench.Store.Files.Open(row.Sha256!);
        Assert.Equal(row.Size, file.Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Storage.Value.ReportsFolder, "incoming")));
    }

    [Fact]
    public async Task A_maker_that_keeps_failing_is_given_up_after_five_tries_with_the_reason()
    {
        using var database = await TestDatabase.CreateAsync();
        var (_, coordinator) = await ReportRequestsTests.PrepareAsync(database);
        ReportBench bench = new(database, new FailingMaker(failures: int.MaxValue));
        await bench.RequestAsync();
        var id = Assert.Single(bench.Dispatcher.Reports).Id;
        await WorkWithDelaysAsync(database, bench);

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Failed, 5), (row.State, row.Tries));
        Assert.Equal("Gagal karena kesalahan program (InvalidDataException); rinciannya ada di log server.", row.Error);

        // Asking for it again is a new round of tries on the same row.
        await bench.AskAgain(coordinator).ExecuteAsync(id, default);
        await bench.AskAgain(coordinator).ExecuteAsync(id, default);
        Assert.Equal(id, Assert.Single(bench.Dispatcher.Reports).Id);
        await new ReportBench(database).Make.ExecuteAsync(id, default);
        Assert.Equal(WorkState.Done, Assert.Single(await bench.RowsAsync()).State);
    }

    [Fact]
    public async Task A_maker_that_recovers_leaves_no_trace_of_its_failures()
    {
        using var database = await TestDatabase.CreateAsync();
        await ReportRequestsTests.PrepareAsync(database);
        ReportBench bench = new(database, new FailingMaker(failures: 2));
        await bench.RequestAsync();
        await WorkWithDelaysAsync(database, bench);

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Done, 3, "", (DateTimeOffset?)null), (row.State, row.Tries, row.Error, row.NotBefore));
    }

    [Fact]
    public async Task A_report_left_running_by_a_dead_process_is_made_after_the_restart()
    {
        using var database = await TestDatabase.CreateAsync();
        await ReportRequestsTests.PrepareAsync(database);
        ReportBench killed = new(database);
        await killed.RequestAsync();
        await using (var db = database.CreateDbContext())
        {
            db.ReportRequests.Single(row => row.Kind == PaperKind.Progress).Start(database.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        ReportBench restarted = new(database);
        await new ResumeUnfinishedWork(
            database, restarted.Dispatcher, database.Clock, NullLogger<ResumeUnfinishedWork>.Instance)
            .ExecuteAsync(default);
        var left = (await restarted.RowsAsync()).Single().Id;
        var delay = Assert.Single(restarted.Dispatcher.Reports, report => report.Id == left).Delay;
        Assert.Equal(StoredWork.Lease - TimeSpan.FromMinutes(1), delay);
        database.Clock.Advance(delay);
        await restarted.WorkAsync();

        Assert.Equal(WorkState.Done, Assert.Single(await restarted.RowsAsync()).State);
    }

    [Fact]
    public async Task A_maker_that_hangs_is_cut_off()
    {
        using var database = await TestDatabase.CreateAsync();
        await ReportRequestsTests.PrepareAsync(database);
        var maker = new HangingMaker();
        ReportBench bench = new(database, maker);
        await bench.RequestAsync();
        var making = bench.Make.ExecuteAsync(Assert.Single(bench.Dispatcher.Reports).Id, default);
        await maker.Hanging.Task;

        database.Clock.Advance(StoredWork.TimeLimit);
        await making;

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Waiting, "Terlalu lama, sehingga dihentikan."), (row.State, row.Error));
    }

    private static async Task WorkWithDelaysAsync(TestDatabase database, ReportBench bench)
    {
        while (bench.Dispatcher.Reports.TryDequeue(out var report))
        {
            database.Clock.Advance(report.Delay);
            await bench.Make.ExecuteAsync(report.Id, default);
        }
    }

    private sealed class FailingMaker(int failures) : IPaperMaker
    {
        private int _left = failures;

        public PaperKind Kind => PaperKind.Progress;

        public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
        {
            await output.WriteAsync("%PDF half"u8.ToArray(), ct);
            if (_left-- > 0)
            {
                throw new InvalidDataException("no such chart");
            }

            return new("KZI/1", "Laporan");
        }
    }

    private sealed class HangingMaker : IPaperMaker
    {
        public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PaperKind Kind => PaperKind.Progress;

        public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
        {
            Hanging.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new("", "");
        }
    }
}
