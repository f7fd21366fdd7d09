using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>The years' rounds, where each stands, and how to open the next.</summary>
public sealed partial class PeriodsPage
{
    private IReadOnlyList<PeriodRow>? _periods;
    private IReadOnlyList<InstrumentOption> _instruments = [];
    private bool _opening;

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

    private void Close() => _opening = false;

    private async Task SavedAsync(string done)
    {
        Close();
        Snackbar.Add(done, Severity.Success);
        await LoadAsync(async ct => _periods = await Queries.ListAsync(ct));
    }
}
