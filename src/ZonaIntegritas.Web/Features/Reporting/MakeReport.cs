using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Makes one requested report and stores it. Runs as the system; safe to run twice or at two places.</summary>
public sealed class MakeReport(
    WorkRunner runner, IReadinessReportMaker maker, ReportStore store, IWorkDispatcher dispatcher, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid requestId, CancellationToken ct)
    {
        if (await runner.RunAsync<ReportRequest>(requestId, MakeAsync, ct) is { } delay)
        {
            dispatcher.MakeReport(requestId, delay);
        }
    }

    private async Task MakeAsync(AppDbContext db, ReportRequest request, CancellationToken ct)
    {
        using var file = await store.Files.WriteAsync(
            pdf => maker.WriteAsync(db, request.AssessmentId, request.Layer, pdf, ct), ct);
        // First the file, then the row: a crash between them leaves an unused file, never a row without one.
        store.Files.Keep(file);
        request.Finish(file.Sha256, file.Size, clock.GetUtcNow());
    }
}
