using Cronos;
using Hangfire;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>
/// Puts the recurring jobs on Hangfire's clock. That clock forgets with the process, so a run that was due earlier
/// today is started now: it adds only what is missing, whether it ran whole, in part or not at all.
/// </summary>
public sealed class RecurringWork(IRecurringJobManagerV2 recurring, IOptions<JobOptions> options, TimeProvider clock)
{
    public void Start()
    {
        var now = clock.GetUtcNow();
        Schedule<PlanDigestsJob>("ringkasan-harian", job => job.RunAsync(CancellationToken.None), options.Value.Digest, now);
        recurring.AddOrUpdate<RequestScheduledReportsJob>(
            "laporan-kemajuan", job => job.RunAsync(CancellationToken.None), options.Value.ProgressReports, new RecurringJobOptions { TimeZone = Wib.Zone });
        // A month's run may have been missed days ago; it knows by its own rows whether it was whole.
        recurring.Trigger("laporan-kemajuan");
        Schedule<CheckEvidenceLinksJob>("periksa-tautan", job => job.RunAsync(CancellationToken.None), options.Value.LinkChecks, now);
        Schedule<RemoveExpiredPacksJob>("hapus-paket", job => job.RunAsync(CancellationToken.None), options.Value.RemovePacks, now);
        Schedule<VerifyEvidenceJob>("periksa-keutuhan", job => job.RunAsync(CancellationToken.None), options.Value.VerifyEvidence, now);
    }

    /// <summary>Whether the schedule had a run between the beginning of this day in WIB and now.</summary>
    public static bool WasDueToday(string cron, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(IndonesianZone.WIB.Today(now).ToDateTime(TimeOnly.MinValue), IndonesianZone.WIB.Offset());
        return CronExpression.Parse(cron).GetNextOccurrence(midnight, Wib.Zone, inclusive: true) <= now;
    }

    private void Schedule<T>(string id, System.Linq.Expressions.Expression<Func<T, Task>> job, string cron, DateTimeOffset now)
    {
        recurring.AddOrUpdate(id, job, cron, new RecurringJobOptions { TimeZone = Wib.Zone });
        if (WasDueToday(cron, now))
        {
            recurring.Trigger(id);
        }
    }
}
