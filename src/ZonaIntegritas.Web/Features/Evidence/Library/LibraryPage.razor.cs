using Microsoft.AspNetCore.Components;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Pustaka: the documents of one unit; what was asked stands in the address.</summary>
public sealed partial class LibraryPage
{
    private bool _addingLink;
    private LibraryView? _view;
    private bool _choosesUnit;

    [Inject]
    public required LibraryQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required EvidenceStore Store { get; init; }

    /// <summary>Null for the own unit.</summary>
    [Parameter]
    public Guid? UnitId { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "soal")]
    private string? Question { get; set; }

    [SupplyParameterFromQuery(Name = "jenis")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "tahun")]
    private int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "keadaan")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "cari")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "urut")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "hal")]
    private int? PageNumber { get; set; }

    private LibraryFilter Filter { get; set; } = new();

    private string EmptyWord =>
        Filter.Narrows ? "Ubah kata pencarian atau longgarkan saringan."
        : _view!.MayChange ? "Unggah SK, notulen, laporan dan dokumen lain di sini, lalu pasang pada soalnya. Satu dokumen dapat dipakai untuk banyak soal."
        : "Dokumen tampil di sini setelah unit mengajukannya.";

    protected override Task OnParametersSetAsync()
    {
        // A word that names no choice asks for nothing.
        Filter = new(
            Area, Question, LibraryWords.Kinds.Named(Kind)?.Value, Year, LibraryWords.States.Named(State)?.Value ?? LibraryState.All,
            Search ?? "", LibraryWords.Sorts.Named(Order)?.Value ?? LibrarySort.Newest, Math.Max(1, PageNumber ?? 1));
        return ReloadAsync();
    }

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _view = await Queries.PageAsync(UnitId, Filter, ct);
        _choosesUnit = _view is null;
    });

    private string StateHref(LibraryState state) =>
        $"{Navigation.ToAbsoluteUri(Navigation.Uri).AbsolutePath}?keadaan={LibraryWords.States.KeyOf(state)}";

    private async Task LinkAddedAsync()
    {
        _addingLink = false;
        await ReloadAsync();
    }

    private void Go(IReadOnlyList<(string Name, object? Value)> changes) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        changes.ToDictionary(change => change.Name, change => change.Value is "" ? null : change.Value)));
}
