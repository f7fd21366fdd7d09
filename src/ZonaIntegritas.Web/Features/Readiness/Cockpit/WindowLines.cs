using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness.Cockpit;

internal static class WindowLines
{
    /// <summary>A period's windows for the whole instansi; rows say the same on each unit's own calendar.</summary>
    public static IReadOnlyList<WindowLine> Of(AssessmentPeriod period, DateOnly today)
    {
        if (period.IsClosed)
        {
            return [new("Periode", "ditutup", "", IsOver: true)];
        }

        return
        [
            Line("Pengisian", period.FillUntil, today),
            Line("Evaluasi TPI", period.ReviewUntil, today),
            .. period.RepairUntil != period.ReviewUntil ? [Line("Perbaikan", period.RepairUntil, today)] : Array.Empty<WindowLine>(),
            .. period.ProposeUntil is { } until ? [Line("Pengusulan", until, today)] : Array.Empty<WindowLine>(),
        ];
    }

    private static WindowLine Line(string name, DateOnly until, DateOnly today) =>
        new(name, until < today ? "sudah berakhir" : AssessmentWords.DaysLeft(until, today), Indonesian.Date(until), until < today);
}
