using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>States in the words of the process, and the colour that goes with them.</summary>
public static class AssessmentWords
{
    public static string Say(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Draft => "Draf",
        AssessmentStatus.Submitted => "Diajukan",
        AssessmentStatus.InReview => "Evaluasi TPI",
        AssessmentStatus.InRepair => "Perbaikan",
        AssessmentStatus.Concluded => "Selesai dievaluasi",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string TagOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.InRepair => "hand",
        AssessmentStatus.Concluded => "met",
        _ => "none",
    };

    public static string Say(Turn turn) => turn switch
    {
        Turn.Unit => "Giliran unit",
        Turn.Tpi => "Giliran TPI",
        Turn.Nobody => "Tidak ada yang ditunggu",
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    /// <summary>"hari ini hari terakhir", "5 hari lagi", or that it is over.</summary>
    public static string DaysLeft(DateOnly until, DateOnly today) => (until.DayNumber - today.DayNumber) switch
    {
        < 0 => $"berakhir {Indonesian.Date(until)}",
        0 => "hari ini hari terakhir",
        var days => $"{days} hari lagi",
    };
}
