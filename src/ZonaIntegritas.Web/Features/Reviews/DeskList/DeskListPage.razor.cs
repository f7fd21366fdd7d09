using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Assessments.Sheet;
using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>Semua soal: the whole sheet at a glance, and what can be done with many questions at once.</summary>
public sealed partial class DeskListPage
{
    private static readonly (string Key, string Does)[] ListKeys =
        [("J / K", "berikutnya / sebelumnya"), ("X", "pilih"), ("Enter", "buka soal"), ("R", "kembalikan terpilih")];

    private readonly HashSet<string> _picked = [];
    private DeskListFilter _filter = new(DeskListKind.All, null);
    private DeskRows? _list;
    private bool? _beginsWithWaiting;
    private (ManyResult Result, string Verb)? _last;
    private bool _returning;
    private string? _current;
    private SheetKeys? _keys;

    [Inject]
    public required WorkspaceQueries Queries { get; init; }

    [Inject]
    public required DeskListActions Actions { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter]
    public Guid AssessmentId { get; set; }

    [SupplyParameterFromQuery(Name = "saring")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? Area { get; set; }

    private SheetTitle Title => _list!.Workspace.Title;

    private string Deadline => $"evaluasi {AssessmentWords.DaysLeft(Title.ReviewUntil, Title.Today)}";

    private IReadOnlyList<DeskRow> Shown => [.. _list!.Rows.Where(row => row.Matches(_filter))];

    /// <summary>What can be accepted with a quiet mind: the tier below agrees with the unit. Null for the lowest tier, which looks first.</summary>
    private string? AgreeWord => _list!.Tiers.Where(tier => tier < _list.Workspace.MyTier).Cast<Domain.Reviews.ReviewTier?>().LastOrDefault() is { } below
        ? $"Pilih yang {DeskWords.Brief(below)} sama dengan unit"
        : null;

    private (string Title, string Text) EmptyWord => _filter.Kind switch
    {
        DeskListKind.Waiting => ("Tidak ada yang menunggu Anda", "Semua soal di sini sudah Anda nilai, atau masih pada jenjang lain."),
        DeskListKind.Differing => ("Belum ada yang berbeda", "Soal tampil di sini bila nilai TPI berbeda dari jawaban unit."),
        DeskListKind.Returned => ("Tidak ada yang dikembalikan", "Soal yang dikembalikan tampil di sini sampai perbaikannya diperiksa."),
        DeskListKind.Changed => ("Tidak ada yang berubah", "Soal tampil di sini bila jawaban, bukti atau penilaian di bawah Anda berubah setelah Anda lihat."),
        _ => ("Tidak ada soal", "Pilih area lain."),
    };

    public async ValueTask DisposeAsync()
    {
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }

        Dispose();
    }

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override void OnParametersSet() => Filter();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_list is not null && _keys is null)
        {
            _keys = await SheetKeys.AttachAsync(Js, OnKeyAsync, Leaving);
        }
    }

    private Task ReloadAsync() => LoadAsync(async ct =>
    {
        _list = new(await Queries.LoadAsync(AssessmentId, ct));
        Filter();
    });

    private void Filter()
    {
        if (_list is not null)
        {
            // Decided once: when the last one is done, the list says so and does not turn into another.
            _beginsWithWaiting ??= _list.Rows.Any(row => row.Waits);
            _filter = new(DeskListFilter.KindOf(Kind, _beginsWithWaiting.Value), string.IsNullOrEmpty(Area) ? null : Area);
            _picked.IntersectWith(Shown.Where(row => row.MayTick).Select(row => row.Code));
        }
    }

    private string Href(string name, string value) => Navigation.GetUriWithQueryParameter(name, value);

    private void PickArea(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("area", change.Value is "" ? null : change.Value as string));
}
