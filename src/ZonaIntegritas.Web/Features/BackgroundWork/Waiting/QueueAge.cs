using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Waiting;

/// <summary>How long the oldest stored work that could be done has not been done: what a stuck queue shows first.</summary>
public sealed class QueueAge(IDbContextFactory<AppDbContext> dbFactory, TimeProvider clock)
{
    /// <returns>Zero when nothing is due.</returns>
    public async Task<TimeSpan> ReadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        DateTimeOffset?[] oldest =
        [
            await OldestAsync(db.ReportRequests, StoredWorkRows.Asked, now, ct),
            await OldestAsync(db.MailDeliveries, StoredWorkRows.Written, now, ct),
        ];
        return now - (oldest.Min() ?? now);
    }

    /// <summary>Since when it could be done: written, or its next try came.</summary>
    private static async Task<DateTimeOffset?> OldestAsync<T>(
        IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> written, DateTimeOffset now, CancellationToken ct)
        where T : StoredWork
    {
        // What runs is due again only when its lease is over, as its NotBefore says.
        var due = rows.Where(row => row.State == WorkState.Waiting || row.State == WorkState.Running);
        var fresh = await due.Where(row => row.NotBefore == null).OrderBy(written).Select(written).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(ct);
        var again = await due.Where(row => row.NotBefore <= now).OrderBy(row => row.NotBefore).Select(row => row.NotBefore).FirstOrDefaultAsync(ct);
        return fresh is null || again < fresh ? again ?? fresh : fresh;
    }
}
