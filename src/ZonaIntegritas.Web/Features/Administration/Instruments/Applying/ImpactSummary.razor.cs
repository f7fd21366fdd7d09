using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>Counts over all sheets while the page around it can already be read; leaving the page ends it.</summary>
public sealed partial class ImpactSummary
{
    private ImpactTotals? _totals;
    private int _done;

    [Parameter, EditorRequired]
    public Guid PeriodId { get; set; }

    [Parameter, EditorRequired]
    public Guid VersionId { get; set; }

    /// <summary>How many there are to count.</summary>
    [Parameter]
    public int Sheets { get; set; }

    [Inject]
    public required PreviewInstrumentChange Preview { get; init; }

    // Off the circuit's own thread: SQLite answers at once, so thousands of sheets would hold every click until the end.
    protected override Task OnInitializedAsync() => LoadAsync(async ct =>
        _totals = await Task.Run(() => Preview.TotalsAsync(PeriodId, VersionId, new Steps(Show), ct), ct));

    private static string Number(int number) => Indonesian.Number(number);

    private void Show(int done) => _ = InvokeAsync(() =>
    {
        _done = done;
        StateHasChanged();
    });

    private sealed class Steps(Action<int> show) : IProgress<int>
    {
        public void Report(int value) => show(value);
    }
}
