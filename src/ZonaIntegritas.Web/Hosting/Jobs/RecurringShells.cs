using Hangfire;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;
using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting.Schedule;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Hosting.Jobs;

// Shells of what runs by the clock: each run is a row (RunRecorder) that says in words what came of it.

[AutomaticRetry(Attempts = 5)]
public sealed class PlanDigestsJob(PlanDigests planDigests, RunRecorder runs)
{
    [JobDisplayName("Susun ringkasan harian")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.Digest,
        async token =>
        {
            var planned = await planDigests.ExecuteAsync(token);
            Measures.DigestsPlanned.Add(planned);
            return RunWords.Digests(planned);
        },
        ct);
}

[AutomaticRetry(Attempts = 5)]
public sealed class RequestScheduledReportsJob(RequestScheduledReports requestScheduledReports, RunRecorder runs)
{
    [JobDisplayName("Minta laporan berkala")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.ProgressReports, async token => RunWords.Reports(await requestScheduledReports.ExecuteAsync(token)), ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class CheckEvidenceLinksJob(CheckEvidenceLinks checkEvidenceLinks, RunRecorder runs)
{
    [JobDisplayName("Periksa tautan data dukung")]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.LinkChecks, async token => RunWords.Links(await checkEvidenceLinks.ExecuteAsync(token)), ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class RemoveExpiredPacksJob(RemoveExpiredPacks removeExpiredPacks, RunRecorder runs)
{
    [JobDisplayName("Hapus paket yang lewat waktu")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.RemovePacks, async token => RunWords.Packs(await removeExpiredPacks.ExecuteAsync(token)), ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class VerifyEvidenceJob(VerifyEvidence verifyEvidence, RunRecorder runs)
{
    [JobDisplayName("Periksa keutuhan data dukung")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.VerifyEvidence, async token => RunWords.Verified(await verifyEvidence.ExecuteAsync(token)), ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class RemoveOldRecordsJob(RemoveOldRecords removeOldRecords, RunRecorder runs)
{
    [JobDisplayName("Hapus catatan lama")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => runs.RecordAsync(
        RecurringJobs.CleanUp, async token => RunWords.Removed(await removeOldRecords.ExecuteAsync(token)), ct);
}
