using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers.ProposalLetter;

public sealed class ProposalLetterMaker(PaperOffices offices, IReportRenderer renderer) : PaperWriter(offices, renderer)
{
    public override PaperKind Kind => PaperKind.ProposalLetter;

    public override async Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct) =>
        ProposalLetterPaper.Compose(await LetterUnits.ReadAsync(db, stamp.Subject.PeriodId!.Value, stamp.Input, ct), stamp);
}
