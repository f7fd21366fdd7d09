using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <param name="Number">The paper's own number, as its foot says it.</param>
public sealed record PaperIdentity(string Number, string Title);

/// <summary>Writes stored papers of one kind from what is stored; asks nobody's leave, for it runs as the system.</summary>
public interface IPaperMaker
{
    PaperKind Kind { get; }

    Task<PaperIdentity> WriteAsync(AppDbContext db, ReportRequest request, Stream output, CancellationToken ct);
}
