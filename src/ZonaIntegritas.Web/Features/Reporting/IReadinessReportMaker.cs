using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Writes one sheet's readiness report as PDF. An interface because tests use one that fails or is killed.</summary>
public interface IReadinessReportMaker
{
    Task WriteAsync(AppDbContext db, Guid assessmentId, Layer layer, Stream pdf, CancellationToken ct);
}
