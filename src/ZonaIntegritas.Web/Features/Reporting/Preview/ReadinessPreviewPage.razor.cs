using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting.Preview;

/// <summary>The readiness paper as it would be issued now, for whoever may see the report it is made of.</summary>
public sealed partial class ReadinessPreviewPage
{
    private PaperDocument? _document;
    private ReadinessHead? _head;

    [Inject]
    public required ReadinessQueries Readiness { get; init; }

    [Inject]
    public required CurrentOffice Office { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "lapisan")]
    private string? LayerKey { get; set; }

    protected override Task OnParametersSetAsync()
    {
        LayerWords.TryRead(LayerKey, out var layer);
        return LoadAsync(async ct =>
        {
            var report = await Readiness.ForPaperAsync(AssessmentId, layer, ct);
            (_head, _document) = (report.Head, ReadinessPaper.Compose(report, await Office.LoadAsync(ct)));
        });
    }
}
