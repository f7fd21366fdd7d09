using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>Where a figure shows how it was worked out.</summary>
public static class WorkingAddress
{
    /// <param name="part">A section's, group's or question's code, or "total".</param>
    public static string Of(Guid assessmentId, Layer layer, string part) =>
        $"/kesiapan/{assessmentId}/hitungan?lapisan={LayerWords.KeyOf(layer)}&bagian={Uri.EscapeDataString(part)}";
}
