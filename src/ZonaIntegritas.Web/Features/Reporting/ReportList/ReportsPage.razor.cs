using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting.ReportList;

/// <summary>Stored papers one may read; the list follows work that is under way.</summary>
public sealed partial class ReportsPage
{
    private const int PageSize = 25;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    private static readonly IReadOnlyList<PaperKind> Kinds = [.. Enum.GetValues<PaperKind>().Where(kind => kind != PaperKind.EvidencePack)];

    private RowPage<ReportRow>? _rows;
    private IReadOnlyList<int> _years = [];
    private int _page;
    private ITimer? _follow;

    [Inject]
    public required ReportQueries Queries { get; init; }

    [Inject]
    public required AskAgain AskAgain { get; init; }

    [Inject]
    public required CancelPaper Cancel { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Kind { get; set; } = "";

    private string Year { get; set; } = "";

    private string Search { get; set; } = "";

    private bool IsFiltered => Kind.Length > 0 || Year.Length > 0 || Search.Trim().Length > 0;

    private ReportFilter Filter => new(
        Enum.TryParse<PaperKind>(Kind, out var kind) ? kind : null,
        int.TryParse(Year, out var year) ? year : null,
        Search, Page: _page, Size: PageSize);

    public async ValueTask DisposeAsync()
    {
        if (_follow is not null)
        {
            await _follow.DisposeAsync();
        }

        Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(async ct => _years = await Queries.YearsAsync(ct));
        await ShowAsync(0);
        _follow = Clock.CreateTimer(_ => _ = InvokeAsync(FollowAsync), null, LookAgain, LookAgain);
    }

    private async Task FollowAsync()
    {
        if (_rows?.Rows.Any(row => row.State is WorkState.Waiting or WorkState.Running) == true)
        {
            await ShowAsync(_page);
            StateHasChanged();
        }
    }

    private Task ShowAsync(int page) => LoadAsync(async ct =>
    {
        _page = page;
        _rows = await Queries.ListAsync(Filter, ct);
    });

    private Task ClearAsync()
    {
        (Kind, Year, Search) = ("", "", "");
        return ShowAsync(0);
    }

    private async Task CancelAsync(ReportRow row)
    {
        await RunAsync(ct => Cancel.ExecuteAsync(row.Id, ct), "Laporan dibatalkan.");
        await ShowAsync(_page);
    }

    private async Task AskAgainAsync(ReportRow row)
    {
        await RunAsync(ct => AskAgain.ExecuteAsync(row.Id, ct), "Laporan sedang dibuat.");
        await ShowAsync(_page);
    }
}
