using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Papers.ProposalLetter;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.Sptjm;

public sealed class SptjmMaker(PaperOffices offices, IReportRenderer renderer) : PaperWriter(offices, renderer)
{
    public override PaperKind Kind => PaperKind.Sptjm;

    public override async Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct) =>
        SptjmPaper.Compose(await LetterUnits.ReadAsync(db, stamp.Subject.PeriodId!.Value, stamp.Input, ct), stamp);
}
