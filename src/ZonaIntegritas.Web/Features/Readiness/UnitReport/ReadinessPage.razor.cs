using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Features.Readiness.Charts;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Readiness.Working;

namespace ZonaIntegritas.Web.Features.Readiness.UnitReport;

/// <summary>One unit's readiness: the verdict first, then what it is made of and what is missing.</summary>
public sealed partial class ReadinessPage
{
    private ReadinessView? _view;

    [Inject]
    public required ReadinessQueries Queries { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "lapisan")]
    private string? LayerKey { get; set; }

    protected override Task OnParametersSetAsync()
    {
        // A word that names no layer shows the latest one; the page says which it is.
        LayerWords.TryRead(LayerKey, out var layer);
        return LoadAsync(async ct => _view = await Queries.LoadAsync(AssessmentId, layer, ct));
    }

    /// <summary>Null for readers who cannot answer: they get the code as text.</summary>
    private string? QuestionHref(string code) =>
        _view!.MayFill ? $"/lembar-kerja/{AssessmentId}?soal={Uri.EscapeDataString(code)}" : null;

    private string WorkingHref(string part) => WorkingAddress.Of(AssessmentId, _view!.Report.Head.Layer, part);

    private static IReadOnlyList<ChartLimit> TotalLimits(ReadinessReport report) =>
        [.. report.Total.Limits.OrderBy(limit => limit.Position).Select(limit =>
            new ChartLimit($"{limit.Predicate} {limit.Label}", limit.Position * 100m, limit.Predicate == report.Head.Target))];
}
