using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>The paper that the preview shows, sealed with its row's code.</summary>
public sealed class ProgressPaperMaker(SheetKeeper sheets, ReadinessSource source, PaperOffices offices, IReportRenderer renderer) : IPaperMaker
{
    public PaperKind Kind => PaperKind.Progress;

    public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
    {
        var report = await source.MakeForPaperAsync(db, await sheets.OpenAsync(db, request.AssessmentId!.Value, ct), request.Layer, ct);
        var office = await offices.GetAsync(db, ct);
        var document = ReadinessPaper.Compose(report, office, office.SealOf(request));
        using var file = new MemoryStream();
        renderer.Render(document, file);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new(document.Footer.Number, document.Title);
    }
}
