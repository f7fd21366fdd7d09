using Hangfire;
using ZonaIntegritas.Web.Features.Evidence.Links;
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
public sealed class PlanReportMailsJob(PlanReportMails planReportMails)
{
    [JobDisplayName("Kabarkan laporan {0}")]
    public Task RunAsync(Guid finishedReport, CancellationToken ct) => planReportMails.ExecuteAsync(finishedReport, ct);
}

/// <summary>An address was added: looked at now, without being a run of the schedule.</summary>
[AutomaticRetry(Attempts = 3)]
public sealed class CheckNewLinksJob(CheckEvidenceLinks checkEvidenceLinks)
{
    [JobDisplayName("Periksa tautan yang baru")]
    public Task RunAsync(CancellationToken ct) => checkEvidenceLinks.ExecuteAsync(ct);
}
