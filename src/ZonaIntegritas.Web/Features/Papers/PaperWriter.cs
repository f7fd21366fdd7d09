using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Papers;

/// <summary>
/// A kind of paper that people have made: composed from what is stored, as a file or for a look on the screen. Asks
/// nobody's leave; whoever calls it has.
/// </summary>
public abstract class PaperWriter(PaperOffices offices, IReportRenderer renderer) : IPaperMaker
{
    public abstract PaperKind Kind { get; }

    public async Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct)
    {
        var document = await ComposeAsync(db, PaperStamp.Of(await offices.GetAsync(db, ct), request), ct);
        using var file = new MemoryStream();
        renderer.Render(document, file);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new(document.Footer.Number, document.Title);
    }

    public abstract Task<PaperDocument> ComposeAsync(AppDbContext db, PaperStamp stamp, CancellationToken ct);
}
