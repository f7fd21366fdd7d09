using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Readiness.Figures;

namespace ZonaIntegritas.Web.Features.Readiness.Working;

/// <summary>"Bagaimana angka ini dihitung?": from the total down to an answer, its evidence and its rule.</summary>
public sealed partial class WorkingPage
{
    private WorkingView? _view;

    [Inject]
    public required WorkingQueries Queries { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "lapisan")]
    private string? LayerKey { get; set; }

    [SupplyParameterFromQuery(Name = "bagian")]
    private string? Part { get; set; }

    protected override Task OnParametersSetAsync()
    {
        LayerWords.TryRead(LayerKey, out var layer);
        return LoadAsync(async ct => _view = await Queries.LoadAsync(AssessmentId, layer, string.IsNullOrWhiteSpace(Part) ? Limit.TotalTarget : Part, ct));
    }

    private string Href(string part) => WorkingAddress.Of(AssessmentId, _view!.Layer, part);
}
