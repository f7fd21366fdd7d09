using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.UnmetConditions;

public sealed class UnmetMaker(UnmetReader reader, PaperOffices offices, IReportRenderer renderer) : PaperWriter(offices, renderer)
{
    public override PaperKind Kind => PaperKind.UnmetConditions;

    public override async Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct) =>
        UnmetPaper.Compose(await reader.ReadAsync(db, stamp.Subject.AssessmentId!.Value, stamp.Subject.Layer, ct), stamp);
}
