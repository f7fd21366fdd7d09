using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Recap;

public sealed class RecapMaker(RecapReader reader, PaperOffices offices, IReportRenderer renderer) : PaperWriter(offices, renderer)
{
    public override PaperKind Kind => PaperKind.Recap;

    public override async Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct) =>
        RecapPaper.Compose(await reader.ReadAsync(db, stamp.Subject.PeriodId!.Value, stamp.At, ct), stamp);
}
