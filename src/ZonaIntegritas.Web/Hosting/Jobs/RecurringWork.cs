using System.Linq.Expressions;
using Cronos;
using Hangfire;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>
/// Puts the recurring jobs on Hangfire's clock. That clock forgets with the process, so a run that was due and did not
/// go well is started now: it adds only what is missing, whether it ran whole, in part or not at all.
/// </summary>
public sealed class RecurringWork(IRecurringJobManagerV2 recurring, IOptions<JobOptions> options, MissedRuns missed, TimeProvider clock)
{
    public async Task StartAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Schedule<PlanDigestsJob>("ringkasan-harian", job => job.RunAsync(CancellationToken.None), options.Value.Digest, now);
        recurring.AddOrUpdate<RequestScheduledReportsJob>(
            "laporan-kemajuan", job => job.RunAsync(CancellationToken.None), options.Value.ProgressReports, new RecurringJobOptions { TimeZone = Wib.Zone });
        // A month's run may have been missed days ago; it knows by its own rows whether it was whole.
        recurring.Trigger("laporan-kemajuan");
        await CatchUpAsync<CheckEvidenceLinksJob>(RecurringJobs.LinkChecks, job => job.RunAsync(CancellationToken.None), options.Value.LinkChecks, ct);
        await CatchUpAsync<RemoveExpiredPacksJob>(RecurringJobs.RemovePacks, job => job.RunAsync(CancellationToken.None), options.Value.RemovePacks, ct);
        await CatchUpAsync<VerifyEvidenceJob>(RecurringJobs.VerifyEvidence, job => job.RunAsync(CancellationToken.None), options.Value.VerifyEvidence, ct);
        await CatchUpAsync<RemoveOldRecordsJob>(RecurringJobs.CleanUp, job => job.RunAsync(CancellationToken.None), options.Value.CleanUp, ct);
    }

    /// <summary>Whether the schedule had a run between the beginning of this day in WIB and now.</summary>
    public static bool WasDueToday(string cron, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(IndonesianZone.WIB.Today(now).ToDateTime(TimeOnly.MinValue), IndonesianZone.WIB.Offset());
        return CronExpression.Parse(cron).GetNextOccurrence(midnight, Wib.Zone, inclusive: true) <= now;
    }

    /// <summary>Once, however many runs were missed and however long ago.</summary>
    private async Task CatchUpAsync<T>(string id, Expression<Func<T, Task>> job, string cron, CancellationToken ct)
    {
        recurring.AddOrUpdate(id, job, cron, new RecurringJobOptions { TimeZone = Wib.Zone });
        if (await missed.IsMissedAsync(id, cron, ct))
        {
            recurring.Trigger(id);
        }
    }

    private void Schedule<T>(string id, Expression<Func<T, Task>> job, string cron, DateTimeOffset now)
    {
        recurring.AddOrUpdate(id, job, cron, new RecurringJobOptions { TimeZone = Wib.Zone });
        if (WasDueToday(cron, now))
        {
            recurring.Trigger(id);
        }
    }
}
