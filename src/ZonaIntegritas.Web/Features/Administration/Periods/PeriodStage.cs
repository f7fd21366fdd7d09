using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>Where a period stands today, with the colour that goes with it.</summary>
/// <param name="Tag">A class of .tag.</param>
public sealed record PeriodStage(string Word, string Tag)
{
    public static PeriodStage Of(PeriodRow period, DateOnly today) => period switch
    {
        { IsClosed: true } => new("Ditutup", "none"),
        { Windows: var windows } when today < windows.FillFrom => new("Belum dimulai", "none"),
        { Windows: var windows } when today <= windows.FillUntil => new("Pengisian berjalan", "hand"),
        { Windows: var windows } when today <= windows.ReviewUntil => new("Evaluasi TPI berjalan", "hand"),
        _ => new("Jadwal berakhir, belum ditutup", "near"),
    };

    /// <summary>Statuses of the sheets in the order of the process.</summary>
    public static IEnumerable<AssessmentStatus> Statuses(PeriodRow period) => period.Sheets.Keys.Order();
}
