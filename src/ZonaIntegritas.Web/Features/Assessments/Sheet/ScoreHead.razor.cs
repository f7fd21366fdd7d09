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

    [Inject]
    public required TimeProvider Clock { get; init; }

    private SheetTitle Title => State.Workspace.Title;

    private Verdict Verdict => State.Target;

    private int Met => Verdict.Conditions.Count(condition => condition.Met);

    private string LayerWord => State.Layer == Layer.Unit ? "Penilaian mandiri" : "Penilaian TPI";

    private string Minimum => Indonesian.Number(Verdict.Predicate.Limits.First(limit => limit.Target == Limit.TotalTarget).MinimumPoints);

    // By the clock, not by the day the sheet was loaded: a deadline may pass while the page is open.
    private string Deadline => WindowWords.Say(Title, State.Layer, new(Title.Zone.Today(Clock.GetUtcNow()), Title.Zone));
}
