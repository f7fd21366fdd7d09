using Hangfire;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

namespace ZonaIntegritas.Web.Hosting.Jobs;

internal sealed class HangfireDispatcher(IBackgroundJobClientV2 jobs) : IWorkDispatcher
{
    // Hangfire puts the job's own token in the place of CancellationToken.None.
    public void MakeReport(Guid requestId, TimeSpan delay = default)
    {
        if (delay > TimeSpan.Zero)
        {
            jobs.Schedule<MakeReportJob>(job => job.RunAsync(requestId, CancellationToken.None), delay);
        }
        else
        {
            jobs.Enqueue<MakeReportJob>(job => job.RunAsync(requestId, CancellationToken.None));
        }
    }

    public void ReportFinished(Guid requestId) => jobs.Enqueue<PlanReportMailsJob>(job => job.RunAsync(requestId, CancellationToken.None));

    public void DeliverMail(Guid deliveryId, TimeSpan delay = default)
    {
        if (delay > TimeSpan.Zero)
        {
            jobs.Schedule<DeliverMailJob>(job => job.RunAsync(deliveryId, CancellationToken.None), delay);
        }
        else
        {
            jobs.Enqueue<DeliverMailJob>(job => job.RunAsync(deliveryId, CancellationToken.None));
        }
    }

    public void CheckLinks() => jobs.Enqueue<CheckNewLinksJob>(job => job.RunAsync(CancellationToken.None));
}

internal sealed class HangfireTrigger(IRecurringJobManagerV2 recurring) : IJobTrigger
{
    public void RunNow(string job) => recurring.TriggerJob(job);
}
