using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Notices;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

public sealed record RemovedRecords(int Runs, int Notices);

/// <summary>
/// Takes away runs and notices that are kept no longer. Mails stay: they prove what was told to whom. Runs nightly, as
/// the system; safe to run twice.
/// </summary>
public sealed class RemoveOldRecords(IDbContextFactory<AppDbContext> dbFactory, TimeProvider clock)
{
    public async Task<RemovedRecords> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (lastRun, lastNotice) = (now.AddDays(-JobRun.KeptDays), now.AddDays(-Notice.KeptDays));
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return new(
            await db.JobRuns.Where(run => run.StartedAt < lastRun).ExecuteDeleteAsync(ct),
            await db.Notices.Where(notice => notice.RaisedAt < lastNotice).ExecuteDeleteAsync(ct));
    }
}
