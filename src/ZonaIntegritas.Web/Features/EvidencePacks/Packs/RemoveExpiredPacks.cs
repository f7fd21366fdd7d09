using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <summary>Takes away the files of packs whose time is over, and what a killed process left half-written. Runs daily, as the system; safe to run twice.</summary>
public sealed partial class RemoveExpiredPacks(
    IDbContextFactory<AppDbContext> dbFactory, ReportStore store, TimeProvider clock, ILogger<RemoveExpiredPacks> logger)
{
    private const int AtATime = 100;

    /// <summary>Longer than any try may take.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    /// <returns>How many lost their file.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var removed = 0;
        for (int count; (count = await RemoveAsync(ct)) > 0;)
        {
            removed += count;
        }

        store.Packs.Incoming.RemoveBefore(clock.GetUtcNow() - AbandonedAfter, new HashSet<Guid>());
        Log.Removed(logger, removed);
        return removed;
    }

    private async Task<int> RemoveAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var packs = db.ReportRequests.Where(row => row.Kind == PaperKind.EvidencePack);
        var over = await packs.Where(row => row.RemovedAt == null && row.ExpiresAt <= now).OrderBy(row => row.ExpiresAt).Take(AtATime).ToListAsync(ct);
        foreach (var pack in over)
        {
            // The same bytes may be another pack's, which still counts on them.
            if (pack.Sha256 is { } sha256 && !await packs.AnyAsync(row => row.Sha256 == sha256 && row.RemovedAt == null && row.ExpiresAt > now, ct))
            {
                store.Packs.Remove(sha256);
            }

            pack.Remove(now);
        }

        await db.SaveChangesAsync(ct);
        return over.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} expired evidence packs")]
        public static partial void Removed(ILogger logger, int count);
    }
}
