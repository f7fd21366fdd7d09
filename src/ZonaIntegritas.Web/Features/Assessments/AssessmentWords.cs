using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>States in the words of the process, and the colour that goes with them.</summary>
public static class AssessmentWords
{
    public static string Say(AssessmentStatus status) => StatusWords.Say(status);

    public static string Say(Turn turn) => StatusWords.Say(turn);

    public static string TagOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.InRepair => "hand",
        AssessmentStatus.Concluded or AssessmentStatus.Awarded or AssessmentStatus.Monitored => "met",
        AssessmentStatus.NotAwarded or AssessmentStatus.Revoked => "below",
        _ => "none",
    };

    /// <summary>"hari ini hari terakhir", "5 hari lagi", or that it is over.</summary>
    public static string DaysLeft(DateOnly until, DateOnly today) => (until.DayNumber - today.DayNumber) switch
    {
        < 0 => $"berakhir {Indonesian.Date(until)}",
        0 => "hari ini hari terakhir",
        var days => $"{days} hari lagi",
    };
}
