using Hangfire;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Features.Evidence.Keeping;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Schedule;

namespace ZonaIntegritas.Web.Hosting.Jobs;

// Shells only: Hangfire names the class and the id, the use case does the work. Retries of a row are the row's own
// (StoredWork); Hangfire retries only what failed around it, such as a database that could not be opened.

[Queue(Queue)]
[AutomaticRetry(Attempts = 3, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class MakeReportJob(MakeReport makeReport)
{
    /// <summary>A queue of their own: five hundred papers in a row hold up no mail, and leave a core to the pages.</summary>
    public const string Queue = "laporan";

    [JobDisplayName("Buat laporan {0}")]
    public Task RunAsync(Guid requestId, CancellationToken ct) => makeReport.ExecuteAsync(requestId, ct);
}

[AutomaticRetry(Attempts = 3, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
public sealed class DeliverMailJob(DeliverMail deliverMail)
{
    [JobDisplayName("Kirim surat {0}")]
    public Task RunAsync(Guid deliveryId, CancellationToken ct) => deliverMail.ExecuteAsync(deliveryId, ct);
}

[AutomaticRetry(Attempts = 5)]
public sealed class PlanDigestsJob(PlanDigests planDigests)
{
    [JobDisplayName("Susun ringkasan harian")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => planDigests.ExecuteAsync(ct);
}

[AutomaticRetry(Attempts = 5)]
public sealed class RequestScheduledReportsJob(RequestScheduledReports requestScheduledReports)
{
    [JobDisplayName("Minta laporan berkala")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => requestScheduledReports.ExecuteAsync(ct);
}

[AutomaticRetry(Attempts = 5)]
public sealed class PlanReportMailsJob(PlanReportMails planReportMails)
{
    [JobDisplayName("Kabarkan laporan {0}")]
    public Task RunAsync(Guid finishedReport, CancellationToken ct) => planReportMails.ExecuteAsync(finishedReport, ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class CheckEvidenceLinksJob(CheckEvidenceLinks checkEvidenceLinks)
{
    [JobDisplayName("Periksa tautan data dukung")]
    public Task RunAsync(CancellationToken ct) => checkEvidenceLinks.ExecuteAsync(ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class RemoveExpiredPacksJob(RemoveExpiredPacks removeExpiredPacks)
{
    [JobDisplayName("Hapus paket yang lewat waktu")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => removeExpiredPacks.ExecuteAsync(ct);
}

[AutomaticRetry(Attempts = 3)]
public sealed class VerifyEvidenceJob(VerifyEvidence verifyEvidence)
{
    [JobDisplayName("Periksa keutuhan data dukung")]
    [DisableConcurrentExecution(timeoutInSeconds: 60)]
    public Task RunAsync(CancellationToken ct) => verifyEvidence.ExecuteAsync(ct);
}
