using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>Every hour, and at start: removes uploads nobody goes on with, and pieces that no upload names.</summary>
public sealed partial class AbandonedUploads(
    IDbContextFactory<AppDbContext> dbFactory, EvidenceStore store, RunningUploads running, TimeProvider clock, ILogger<AbandonedUploads> logger) : BackgroundService
{
    /// <summary>Longer than any file takes that arrives in one piece, so that another program on the same folder is not disturbed.</summary>
    private static readonly TimeSpan UnnamedAge = TimeSpan.FromDays(1);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        // First the files: a row whose file is gone tells nobody anything wrong, a file without a row is only found later.
        var over = await db.IncomingUploads.Where(upload => upload.ExpiresAt <= now).Select(upload => upload.Id).ToListAsync(ct);
        foreach (var id in over.Where(running.Forget))
        {
            store.Files.Incoming.Delete(id);
            await db.IncomingUploads.Where(upload => upload.Id == id).ExecuteDeleteAsync(ct);
        }

        var known = await db.IncomingUploads.Select(upload => upload.Id).ToListAsync(ct);
        store.Files.Incoming.RemoveBefore(now - UnnamedAge, known.ToHashSet());
        running.ForgetIdle(Pause);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
            {
                Log.NotSwept(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Abandoned uploads were not removed this time")]
        public static partial void NotSwept(ILogger logger, Exception error);
    }
}
