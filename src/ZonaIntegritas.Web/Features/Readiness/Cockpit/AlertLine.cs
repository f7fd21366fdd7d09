using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

/// <summary>Peringatan dini in words.</summary>
/// <param name="Text">"Penguatan Pengawasan turun di bawah batas WBK: 8,70 dari minimal 9,00 (TPI), 12 November 2026".</param>
public sealed record AlertLine(Guid AssessmentId, string Unit, Layer Layer, string Gate, GateCrossing Crossing, string Text)
{
    public static AlertLine Of(GateAlert alert, string unit, IndonesianZone zone)
    {
        var crossed = alert.Crossing == GateCrossing.Fell ? "turun di bawah batas" : "mencapai batas";
        var when = Indonesian.Date(zone.Today(alert.RaisedAt));
        return new(
            alert.AssessmentId, unit, alert.Layer, alert.Gate, alert.Crossing,
            $"{alert.Label} {crossed} {alert.Predicate}: {Indonesian.Points(alert.Actual)} dari minimal {Indonesian.Points(alert.Minimum)} ({LayerWords.Say(alert.Layer)}), {when}");
    }
}
