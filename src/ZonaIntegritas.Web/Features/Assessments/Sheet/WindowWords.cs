using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>The window that counts for a sheet now, for the head of its page: how long it stays open, or until when it was.</summary>
public static class WindowWords
{
    public static string Say(SheetTitle title, Layer layer, UnitDay today) =>
        SheetLife.IsAfterLhe(title.Status) ? "tidak berubah lagi"
        : title.PeriodClosedAt is { } closed ? $"periode ditutup {Indonesian.Date(title.Zone.Today(closed))}"
        : title.Windows is not { } windows ? ""
        : title.Status switch
        {
            AssessmentStatus.Draft => Say("pengisian", windows.FillFrom, windows.FillUntil, today),
            AssessmentStatus.InRepair when layer == Layer.Unit => Say("perbaikan", windows.ReviewFrom, windows.RepairUntil, today),
            _ => Say("evaluasi", windows.ReviewFrom, windows.ReviewUntil, today),
        };

    private static string Say(string window, DateOnly from, DateOnly until, UnitDay today) => (until.DayNumber - today.Date.DayNumber) switch
    {
        _ when today.Date < from => $"{window} dimulai {today.BeginningOf(from)}",
        < 0 => $"{window} berakhir {today.EndOf(until)}",
        0 => $"{window} hari ini hari terakhir, sampai pukul 24.00 {today.ZoneName}",
        var days => $"{window} {days} hari lagi, sampai {today.EndOf(until)}",
    };
}
