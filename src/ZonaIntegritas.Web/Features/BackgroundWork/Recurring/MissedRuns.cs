using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

/// <summary>Whether a job owes a run: none has gone well since it was last due. The clock forgets with its process; the rows do not.</summary>
public sealed class MissedRuns(IDbContextFactory<AppDbContext> dbFactory, TimeProvider clock)
{
    public async Task<bool> IsMissedAsync(string job, string cron, CancellationToken ct)
    {
        if (Schedules.Latest(cron, clock.GetUtcNow()) is not { } due)
        {
            return false;
        }

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return !await db.JobRuns.AnyAsync(run => run.Job == job && run.StartedAt >= due && run.EndedAt != null && !run.Failed, ct);
    }
}
