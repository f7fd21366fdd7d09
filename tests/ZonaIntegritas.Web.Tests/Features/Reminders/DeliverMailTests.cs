using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class DeliverMailTests
{
    [Fact]
    public async Task Killed_between_writing_and_sending_sends_each_mail_once_after_the_restart()
    {
        using var database = await PreparedAsync(people: 3);
        using MailBench killed = new(database);
        await killed.Plan.ExecuteAsync(default);
        // One had been taken and even written; the process died before the row could say so. The queue died with it.
        var taken = (await killed.RowsAsync())[0];
        await StartAsync(database, taken.Id);
        await killed.Folder.SendAsync(new(taken.Id, "Sri", "sri@contoh.test", new("s", "t", "h"), database.Clock.GetUtcNow()), default);

        using MailBench restarted = new(database);
        await restarted.Resume.ExecuteAsync(default);
        Assert.Equal(StoredWork.Lease, restarted.Dispatcher.Mails.Single(mail => mail.Id == taken.Id).Delay);
        await restarted.WorkAsync();
        Assert.Equal(3, restarted.Files().Length);
        Assert.Equal(WorkState.Running, (await restarted.RowsAsync())[0].State);

        database.Clock.Advance(StoredWork.Lease);
        await restarted.Resume.ExecuteAsync(default);
        await restarted.WorkAsync();

        var rows = await restarted.RowsAsync();
        Assert.All(rows, row => Assert.Equal(WorkState.Done, row.State));
        Assert.Equal(rows.Select(row => $"{row.Id}.eml").Order(), restarted.Files().Select(Path.GetFileName));
        await restarted.Resume.ExecuteAsync(default);
        Assert.Empty(restarted.Dispatcher.Mails);
    }

    [Fact]
    public async Task Two_workers_take_one_mail_once()
    {
        using var database = await PreparedAsync();
        var transport = new CountingTransport();
        using MailBench planner = new(database);
        await planner.Plan.ExecuteAsync(default);
        var id = Assert.Single(await planner.RowsAsync()).Id;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using MailBench worker = new(database, transport: transport);
            await worker.Deliver.ExecuteAsync(id, default);
        })));

        Assert.Equal(1, transport.Sent);
        Assert.Equal(1, Assert.Single(await planner.RowsAsync()).Tries);
    }

    [Fact]
    public async Task Person_closed_in_between_gets_nothing()
    {
        using var database = await PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        await using (var db = database.CreateDbContext())
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false));
        }

        await bench.WorkAsync();

        Assert.Empty(bench.Files());
        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Withdrawn, 1, "Akun penerima sudah ditutup."), (row.State, row.Tries, row.Error));
    }

    [Fact]
    public async Task A_mail_that_keeps_failing_is_tried_five_times_with_growing_delays()
    {
        using var database = await PreparedAsync();
        using MailBench bench = new(database, transport: new BrokenTransport());
        await bench.Plan.ExecuteAsync(default);
        var id = Assert.Single(await bench.RowsAsync()).Id;
        bench.Dispatcher.Mails.Clear();

        List<TimeSpan> delays = [];
        for (var turn = 0; turn < 6; turn++)
        {
            await bench.Deliver.ExecuteAsync(id, default);
            while (bench.Dispatcher.Mails.TryDequeue(out var again))
            {
                delays.Add(again.Delay);
                database.Clock.Advance(again.Delay);
            }
        }

        Assert.Equal([1, 5, 15, 60], delays.Select(delay => delay.TotalMinutes));
        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Failed, 5, "Server surel sedang sibuk."), (row.State, row.Tries, row.Error));
    }

    [Fact]
    public async Task A_stopping_program_leaves_the_mail_for_the_next_start()
    {
        using var database = await PreparedAsync();
        using var stopping = new CancellationTokenSource();
        using MailBench bench = new(database, transport: new StoppingTransport(stopping));
        await bench.Plan.ExecuteAsync(default);
        bench.Dispatcher.Mails.Clear();

        await bench.Deliver.ExecuteAsync(Assert.Single(await bench.RowsAsync()).Id, stopping.Token);

        var row = Assert.Single(await bench.RowsAsync());
        Assert.Equal((WorkState.Waiting, (DateTimeOffset?)null), (row.State, row.NotBefore));
        Assert.Empty(bench.Dispatcher.Mails);
    }

    [Fact]
    public async Task Work_that_kills_its_process_every_time_is_given_up()
    {
        using var database = await PreparedAsync();
        using MailBench bench = new(database);
        await bench.Plan.ExecuteAsync(default);
        var id = Assert.Single(await bench.RowsAsync()).Id;
        for (var death = 0; death < StoredWork.TriesAtATime; death++)
        {
            await StartAsync(database, id);
            database.Clock.Advance(StoredWork.Lease);
        }

        await bench.Deliver.ExecuteAsync(id, default);

        Assert.Equal(WorkState.Failed, Assert.Single(await bench.RowsAsync()).State);
        Assert.Empty(bench.Files());
    }

    /// <summary>Monday, 07:00 WIB.</summary>
    internal static DateTimeOffset Monday { get; } = new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero);

    internal static async Task<TestDatabase> PreparedAsync(int people = 1, string name = "Sri Wahyuni", DateTimeOffset? now = null)
    {
        var database = await TestDatabase.CreateAsync(now ?? Monday);
        var unit = await database.AddUnitAsync();
        for (var person = 0; person < people; person++)
        {
            await database.AddUserAsync(Role.Koordinator, unit, name);
        }

        await database.AddSheetAsync(unit, await database.AddPeriodAsync());
        return database;
    }

    private static async Task StartAsync(TestDatabase database, Guid id)
    {
        await using var db = database.CreateDbContext();
        (await db.MailDeliveries.SingleAsync(mail => mail.Id == id)).Start(database.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private sealed class CountingTransport : IMailTransport
    {
        private int _sent;

        public int Sent => _sent;

        public async Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            Interlocked.Increment(ref _sent);
            await Task.Delay(50, ct);
            return null;
        }
    }

    private sealed class BrokenTransport : IMailTransport
    {
        public Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct) =>
            throw new WorkFailedException("Server surel sedang sibuk.", permanent: false);
    }

    private sealed class StoppingTransport(CancellationTokenSource stopping) : IMailTransport
    {
        public async Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }
}
