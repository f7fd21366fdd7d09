using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>One period: its schedule, its sheets and targets, what was done to it, and how to close it.</summary>
public sealed partial class PeriodPage
{
    private PeriodRow? _period;
    private IReadOnlyList<InstrumentOption> _instruments = [];
    private PeriodSheets? _sheets;
    private PeriodHistoryList? _history;
    private PeriodSheetRow? _aiming;
    private Panel? _panel;
    private bool _missing;

    private enum Panel
    {
        Windows,
        Sheets,
        Target,
        Closing,
    }

    [Parameter]
    public Guid PeriodId { get; set; }

    [Inject]
    public required PeriodQueries Queries { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private PeriodStage Stage => PeriodStage.Of(_period!, IndonesianZone.WIB.Today(Clock.GetUtcNow()));

    protected override Task OnParametersSetAsync() => _period?.Id == PeriodId ? Task.CompletedTask : LoadAsync(async ct =>
    {
        _instruments = await Queries.InstrumentsAsync(ct);
        await ReadAsync(ct);
    });

    private async Task ReadAsync(CancellationToken ct)
    {
        _period = (await Queries.ListAsync(ct, PeriodId)).SingleOrDefault();
        _missing = _period is null;
    }

    private IReadOnlyList<Predicate> PredicatesOf(Guid version) => _instruments.Single(option => option.Id == version).Predicates;

    private void Close() => _panel = null;

    private async Task SavedAsync(string done)
    {
        Close();
        Snackbar.Add(done, Severity.Success);
        await LoadAsync(ReadAsync);
        await (_sheets?.ReloadAsync() ?? Task.CompletedTask);
        await (_history?.ReloadAsync() ?? Task.CompletedTask);
    }
}
