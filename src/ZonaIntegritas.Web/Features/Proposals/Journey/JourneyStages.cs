using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using static ZonaIntegritas.Domain.Assessments.AssessmentStatus;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>The process as one line of stages, with where this sheet stands on it.</summary>
internal static class JourneyStages
{
    /// <summary>States that belong to a stage, in the order of the process.</summary>
    private static readonly (string Name, AssessmentStatus[] States)[] Process =
    [
        ("Pengisian", [Draft]),
        ("Diajukan", [Submitted]),
        ("Penilaian pendahuluan", [Preliminary]),
        ("Evaluasi TPI", [InReview, InRepair, ReReview]),
        ("LHE", [Concluded]),
        ("Diusulkan", [Proposed]),
        ("Evaluasi TPN", [AtTpn]),
        ("Keputusan", [Awarded, NotAwarded]),
        ("Pemantauan", [Monitored, Revoked]),
    ];

    public static IReadOnlyList<JourneyStage> Of(Assessment sheet, IReadOnlyList<JourneyStep> steps, IndonesianZone zone)
    {
        // Optional: shown only where the sheet has been through it or stands in it.
        var shown = Process.Where(stage => stage.States[0] != Preliminary || sheet.Status == Preliminary || steps.Any(step => step.To == Preliminary)).ToList();
        var now = shown.FindIndex(stage => stage.States.Contains(sheet.Status));
        return [.. shown.Select((stage, index) => new JourneyStage(
            stage.Name,
            index < now ? StageState.Done : index == now ? StageState.Now : IsOver(sheet) ? StageState.Ended : StageState.Ahead,
            index > now ? null : ReachedOn(stage.States, steps, zone),
            index == now ? Remark(sheet) : ""))];
    }

    private static bool IsOver(Assessment sheet) => sheet.Turn == Turn.Nobody;

    private static DateOnly? ReachedOn(AssessmentStatus[] states, IReadOnlyList<JourneyStep> steps, IndonesianZone zone) =>
        steps.Where(step => states.Contains(step.To) && !states.Contains(step.From)).Select(step => (DateOnly?)(step.On ?? zone.Today(step.At))).LastOrDefault();

    private static string Remark(Assessment sheet) => sheet.Status switch
    {
        Concluded => sheet.Outcome == LheOutcome.Eligible ? "layak diusulkan" : "tidak layak diusulkan",
        InRepair or ReReview or Awarded or NotAwarded or Revoked => StatusWords.Say(sheet.Status).ToLowerInvariant(),
        _ => "",
    };
}
