using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>
/// What a period's open sheets are answered by, what another version would do to them, and doing it. Version, page and
/// opened sheet stand in the address; without a version it shows what is stored and does not count today.
/// </summary>
public sealed partial class PeriodInstrumentPage
{
    private PeriodInstrument? _period;
    private IReadOnlyList<LoadedVersion> _versions = [];
    private IReadOnlyList<InstrumentChangeRow> _history = [];
    private RowPage<SheetImpact>? _impacts;
    private SheetImpact? _sheet;
    private Problem? _block;
    private Problem? _problem;
    private Problem? _undoProblem;
    private bool _missing;
    private (Guid Period, Guid Version, Guid Current, int Page)? _shown;

    [Parameter]
    public Guid PeriodId { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Ke { get; set; }

    [SupplyParameterFromQuery]
    public int? Hal { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Lembar { get; set; }

    [Inject]
    public required PeriodInstrumentQueries Periods { get; init; }

    [Inject]
    public required PreviewInstrumentChange Preview { get; init; }

    [Inject]
    public required InstrumentChanges Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    private LoadedVersion Chosen => _versions.FirstOrDefault(version => version.Id == Ke) ?? _period!.Current;

    private bool IsChange => Chosen.Id != _period!.Current.Id;

    public static string Url(Guid periodId, Guid? versionId = null) => $"/instrumen/periode/{periodId}{(versionId is { } to ? $"?ke={to}" : "")}";

    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        if (_period?.Id != PeriodId)
        {
            await LoadPeriodAsync(ct);
        }

        if (_period is not { } period)
        {
            return;
        }

        if (_shown != (period.Id, Chosen.Id, period.Current.Id, PageNumber))
        {
            _impacts = await Preview.PageAsync(period.Id, Chosen.Id, PageNumber, ct);
            _block = IsChange ? await Preview.BlockAsync(period.Id, Chosen.Id, ct) : null;
            (_shown, _problem, _undoProblem) = ((period.Id, Chosen.Id, period.Current.Id, PageNumber), null, null);
        }

        _sheet = Lembar is { } id ? await Preview.SheetAsync(period.Id, Chosen.Id, id, ct) : null;
    });

    private async Task LoadPeriodAsync(CancellationToken ct)
    {
        _period = await Periods.PeriodAsync(PeriodId, ct);
        _missing = _period is null;
        if (_period is { } period)
        {
            _versions = await Periods.VersionsAsync(period.Current.InstrumentId, ct);
            _history = await Periods.HistoryAsync(period.Id, ct);
        }
    }

    private void Choose(ChangeEventArgs change) => Go(new() { ["ke"] = change.Value as string, ["hal"] = null, ["lembar"] = null });

    private void GoTo(int page) => Go(new() { ["hal"] = page });

    private void CloseSheet() => Go(new() { ["lembar"] = null });

    private void Go(Dictionary<string, object?> parameters) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parameters));

    private async Task ApplyAsync(string reason)
    {
        var (command, version) = (new ApplyInstrumentCommand(PeriodId, Chosen.Id, _period!.Current.Id, reason), Chosen.Version);
        var done = await ChangeAsync(ct => Changes.ApplyAsync(command, ct), problem => _problem = problem);
        await SayAsync(done, sheets => $"Versi {version} diterapkan pada {Indonesian.Number(sheets)} lembar.");
    }

    private async Task UndoAsync(string reason)
    {
        var command = new UndoInstrumentCommand(PeriodId, _history[0].Id, reason);
        var done = await ChangeAsync(ct => Changes.UndoAsync(command, ct), problem => _undoProblem = problem);
        await SayAsync(done, sheets => $"Penerapan dibatalkan pada {Indonesian.Number(sheets)} lembar.");
    }

    // Off the circuit's own thread: with thousands of sheets the page still says that it is busy.
    private async Task<int?> ChangeAsync(Func<CancellationToken, Task<Result<int>>> change, Action<Problem?> refused)
    {
        int? sheets = null;
        refused(null);
        await RunAsync(
            async ct =>
            {
                var result = await Task.Run(() => change(ct), ct);
                refused(result.Problem);
                sheets = result.Succeeded ? result.Value : null;
                return Result.Ok;
            },
            done: "");
        return sheets;
    }

    private async Task SayAsync(int? sheets, Func<int, string> words)
    {
        if (sheets is { } count)
        {
            Snackbar.Add(words(count), Severity.Success);
            await LoadAsync(LoadPeriodAsync);
            Go(new() { ["ke"] = null, ["hal"] = null, ["lembar"] = null });
            await OnParametersSetAsync();
        }
    }
}
