using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>The same paper as the page's export, for work that runs as the system.</summary>
public sealed class ProgressPaperMaker(ReadinessSource source, ReadinessPaper paper, IReportRenderer renderer) : IPaperMaker
{
    public PaperKind Kind => PaperKind.Progress;

    public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
    {
        var report = await source.MakeAsync(db, request.AssessmentId!.Value, request.Layer, ct);
        var document = paper.Compose(report);
        using var file = new MemoryStream();
        renderer.Render(document, file);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new(document.Footer.Number, document.Title);
    }
}
