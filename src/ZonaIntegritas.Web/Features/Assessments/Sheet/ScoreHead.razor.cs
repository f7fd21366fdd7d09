using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

public sealed partial class ScoreHead
{
    [Parameter, EditorRequired]
    public required SheetSession State { get; set; }

    /// <summary>What can be done with the whole sheet.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private SheetTitle Title => State.Workspace.Title;

    private Verdict Verdict => State.Target;

    private int Met => Verdict.Conditions.Count(condition => condition.Met);

    private string LayerWord => State.Layer == Layer.Unit ? "Penilaian mandiri" : "Penilaian TPI";

    private string Minimum => Indonesian.Number(Verdict.Predicate.Limits.First(limit => limit.Target == Limit.TotalTarget).MinimumPoints);

    private string Deadline => Title.Status switch
    {
        AssessmentStatus.Draft => $"pengisian {AssessmentWords.DaysLeft(Title.FillUntil, Title.Today)}",
        _ when SheetLife.IsAfterLhe(Title.Status) => "tidak berubah lagi",
        _ => $"evaluasi {AssessmentWords.DaysLeft(Title.ReviewUntil, Title.Today)}",
    };
}
