using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.BackgroundWork;

/// <summary>
/// Writes down each run of a recurring job: that it began, when and how it ended. A run whose process dies keeps its
/// open row, which is how one sees it (<see cref="JobRun.StateAt"/>).
/// </summary>
public sealed class RunRecorder(IDbContextFactory<AppDbContext> dbFactory, TimeProvider clock)
{
    public const string Stopped = "Dihentikan karena program dimatikan; dijalankan lagi saat program menyala.";

    /// <param name="work">Returns what it did, in Indonesian and without a name of a person.</param>
    public async Task RecordAsync(string job, Func<CancellationToken, Task<string>> work, CancellationToken ct)
    {
        using var activity = Measures.Source.StartActivity($"job {job}");
        var begun = Stopwatch.GetTimestamp();
        var id = await BeginAsync(job, ct);
        try
        {
            await EndAsync(id, await work(ct), failed: false);
            Measure(job, "done", begun);
        }
        catch (Exception error)
        {
            // Rethrown: the queue tries again, and that is a run of its own.
            await EndAsync(id, Say(error, ct), failed: true);
            Measure(job, "failed", begun);
            throw;
        }
    }

    private static string Say(Exception error, CancellationToken ct) => error is OperationCanceledException && ct.IsCancellationRequested
        ? Stopped
        : $"Gagal karena kesalahan program ({error.GetType().Name}); rinciannya ada di log server. Dicoba lagi sendiri.";

    private static void Measure(string job, string outcome, long begun) =>
        Measures.Jobs.Record(Measures.SecondsSince(begun), Measures.Tag("job", job), Measures.Tag("outcome", outcome));

    private async Task<Guid> BeginAsync(string job, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var run = new JobRun(Guid.CreateVersion7(now), job, now);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(ct);
        return run.Id;
    }

    /// <summary>Written even while the program stops.</summary>
    private async Task EndAsync(Guid id, string outcome, bool failed)
    {
        await using var db = await dbFactory.CreateDbContextAsync(CancellationToken.None);
        // Gone when it ran longer than runs are kept.
        if (await db.JobRuns.SingleOrDefaultAsync(run => run.Id == id, CancellationToken.None) is { } run)
        {
            run.End(outcome, failed, clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
