using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>The trail, all of it or that of one sheet; what is asked for stands in the address.</summary>
public sealed partial class TrailPage
{
    private TrailView? _view;
    private TrailFilter _filter = new();

    [Parameter]
    public Guid? AssessmentId { get; set; }

    [SupplyParameterFromQuery]
    public string? Unit { get; set; }

    [SupplyParameterFromQuery]
    public string? Soal { get; set; }

    [SupplyParameterFromQuery]
    public string? Orang { get; set; }

    [SupplyParameterFromQuery]
    public string? Tindakan { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    [SupplyParameterFromQuery]
    public string? Cari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sebelum { get; set; }

    [Inject]
    public required TrailQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Base => AssessmentId is { } id ? $"/riwayat/{id}" : "/riwayat";

    private string ExportUrl => Navigation.GetUriWithQueryParameters($"{Base}/ekspor", (_filter with { Before = null }).ToQuery());

    protected override Task OnParametersSetAsync()
    {
        _filter = TrailFilter.Read(AssessmentId, Query);
        return LoadAsync(async ct => _view = await Queries.LoadAsync(_filter, ct));
    }

    private string? Query(string key) => key switch
    {
        "unit" => Unit,
        "soal" => Soal,
        "orang" => Orang,
        "tindakan" => Tindakan,
        "dari" => Dari,
        "sampai" => Sampai,
        "cari" => Cari,
        "sebelum" => Sebelum,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    private void Show(TrailFilter filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Base, filter.ToQuery()));
}
