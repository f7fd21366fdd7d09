using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>A try that failed for a known reason. The message is Indonesian, is stored with the row and is never logged.</summary>
public sealed class WorkFailedException(string message, bool permanent, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>No further try can help.</summary>
    public bool Permanent { get; } = permanent;
}

/// <summary>Takes a stored row, does its work once and writes down how it ended.</summary>
public sealed partial class WorkRunner(IDbContextFactory<AppDbContext> dbFactory, TimeProvider clock, ILogger<WorkRunner> logger)
{
    /// <param name="work">Completes the row, or throws.</param>
    /// <returns>After how long to try again; null when nothing is left to do here.</returns>
    public async Task<TimeSpan?> RunAsync<T>(Guid id, Func<AppDbContext, T, CancellationToken, Task> work, CancellationToken ct)
        where T : StoredWork
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var row = await db.Set<T>().SingleOrDefaultAsync(found => found.Id == id, ct);
        if (row is null || !await TakeAsync(db, row, ct))
        {
            return null;
        }

        var begun = Stopwatch.GetTimestamp();
        using (Measures.Source.StartActivity($"work {typeof(T).Name}"))
        {
            await TryAsync(row, work, ct);
        }

        WorkMeasures.Record(row, Measures.SecondsSince(begun));
        // Written even while the program stops: what was sent must not look unsent.
        var isMine = await SaveIfStillMineAsync(db, CancellationToken.None);
        return isMine && row.State == WorkState.Waiting && !ct.IsCancellationRequested ? row.DelayUntilDue(clock.GetUtcNow()) : null;
    }

    private async Task<bool> TakeAsync(AppDbContext db, StoredWork row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!row.MayBeTaken(now))
        {
            return false;
        }

        if (row.IsExhausted)
        {
            row.Fail("Terhenti berulang kali sebelum selesai.", now, permanent: true);
            await SaveIfStillMineAsync(db, ct);
            return false;
        }

        row.Start(now);
        return await SaveIfStillMineAsync(db, ct);
    }

    private async Task TryAsync<T>(T row, Func<AppDbContext, T, CancellationToken, Task> work, CancellationToken ct)
        where T : StoredWork
    {
        using var limit = new CancellationTokenSource(row.TimeLimitOfKind, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            // A context of its own, so that the outcome is saved alone and whatever the work left in its context is not.
            await using var db = await dbFactory.CreateDbContextAsync(either.Token);
            await work(db, row, either.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            row.Release();
        }
        catch (WorkFailedException failure)
        {
            row.Fail(failure.Message, clock.GetUtcNow(), failure.Permanent);
            Log.Failed(logger, typeof(T).Name, row.Id, row.Tries, row.State, failure.InnerException?.GetType().Name ?? "refused");
        }
        catch (OperationCanceledException)
        {
            row.Fail("Terlalu lama, sehingga dihentikan.", clock.GetUtcNow(), permanent: false);
            Log.Failed(logger, typeof(T).Name, row.Id, row.Tries, row.State, "timeout");
        }
        catch (Exception error)
        {
            // Whatever the work throws belongs on its row, where a person sees it; the queue would only forget it.
            row.Fail($"Gagal karena kesalahan program ({error.GetType().Name}); rinciannya ada di log server.", clock.GetUtcNow(), permanent: false);
            Log.Broke(logger, error, typeof(T).Name, row.Id, row.Tries, row.State);
        }
    }

    private static async Task<bool> SaveIfStillMineAsync(AppDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker took the row first, or took it over, or a person took it back: that counts.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Id} failed at try {Tries} and is now {State}: {Reason}")]
        public static partial void Failed(ILogger logger, string kind, Guid id, int tries, WorkState state, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Id} broke at try {Tries} and is now {State}")]
        public static partial void Broke(ILogger logger, Exception error, string kind, Guid id, int tries, WorkState state);
    }
}
