using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Readiness.Figures;

/// <summary>Where a sheet stands, whose turn it is and how long they have, in words.</summary>
public static class Situation
{
    public static string Of(AssessmentStatus status, LheOutcome? outcome, AssessmentPeriod period, DateOnly today) =>
        string.Join(" · ", new[] { AssessmentWords.Say(status), TurnOf(status, outcome), DaysLeft(status, period, today) }.Where(part => part.Length > 0));

    /// <summary>Empty once nobody is waited for.</summary>
    public static string TurnOf(AssessmentStatus status, LheOutcome? outcome) =>
        SheetLife.TurnAt(status, outcome) is var turn and not Turn.Nobody ? AssessmentWords.Say(turn) : "";

    /// <summary>Until filling in closes for a draft, until the evaluation closes for everything after it.</summary>
    public static string DaysLeft(AssessmentStatus status, AssessmentPeriod period, DateOnly today) => status switch
    {
        _ when SheetLife.IsAfterLhe(status) => "",
        AssessmentStatus.Draft => "pengisian " + AssessmentWords.DaysLeft(period.FillUntil, today),
        _ => "evaluasi " + AssessmentWords.DaysLeft(period.ReviewUntil, today),
    };
}
