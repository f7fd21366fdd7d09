using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>The same paper as the page's export, for work that runs as the system.</summary>
public sealed class ReadinessReportMaker(ReadinessSource source, ReadinessPaper paper, IReportRenderer renderer) : IReadinessReportMaker
{
    public async Task WriteAsync(AppDbContext db, Guid assessmentId, Layer layer, Stream pdf, CancellationToken ct)
    {
        var report = await source.MakeAsync(db, assessmentId, layer, ct);
        using var file = new MemoryStream();
        renderer.Render(paper.Compose(report), file);
        file.Position = 0;
        await file.CopyToAsync(pdf, ct);
    }
}
