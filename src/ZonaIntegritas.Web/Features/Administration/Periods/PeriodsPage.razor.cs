using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>The years' rounds, where each stands, and how to open the next.</summary>
public sealed partial class PeriodsPage
{
    private IReadOnlyList<PeriodRow>? _periods;
    private IReadOnlyList<InstrumentOption> _instruments = [];
    private OpenPanel? _panel;

    private enum PanelKind
    {
        Open,
        Window,
        Sheets,
    }

    [Inject]
    public required PeriodQueries Queries { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    // The office speaks of days in its own capital's time; each unit's sheet is held to the unit's zone.
    private DateOnly Today => IndonesianZone.WIB.Today(Clock.GetUtcNow());

    private int SuggestedYear => Enumerable.Range(Today.Year, 100).First(year => _periods!.All(period => period.Year != year));

    protected override Task OnInitializedAsync() => LoadAsync(async ct =>
    {
        _instruments = await Queries.InstrumentsAsync(ct);
        _periods = await Queries.ListAsync(ct);
    });

    private IReadOnlyList<Predicate> PredicatesOf(PeriodRow period) =>
        _instruments.Single(option => option.Id == period.InstrumentVersionId).Predicates;

    private string Stage(PeriodWindow window) =>
        Today < window.FillFrom ? "Belum dimulai"
        : Today <= window.FillUntil ? "Pengisian berjalan"
        : Today <= window.ReviewUntil ? "Evaluasi TPI berjalan"
        : "Berakhir";

    private string StageTag(PeriodWindow window) => Today >= window.FillFrom && Today <= window.ReviewUntil ? "hand" : "none";

    private void Close() => _panel = null;

    private async Task SavedAsync(string done)
    {
        Close();
        Snackbar.Add(done, Severity.Success);
        await LoadAsync(async ct => _periods = await Queries.ListAsync(ct));
    }

    private sealed record OpenPanel(PanelKind Kind, PeriodRow? Period)
    {
        public string Title => Kind switch
        {
            PanelKind.Open => "Buka periode",
            PanelKind.Window => $"Ubah jadwal {Period!.Year}",
            PanelKind.Sheets => $"Tambah lembar {Period!.Year}",
            _ => throw new InvalidOperationException($"Unknown panel {Kind}."),
        };
    }
}
