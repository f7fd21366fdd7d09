using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reporting.ReportList;

/// <summary>Stored reports of the units one may see; the list follows work that is under way.</summary>
public sealed partial class ReportsPage
{
    private const int PageSize = 25;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    private RowPage<ReportRow>? _rows;
    private int _page;
    private ITimer? _follow;

    [Inject]
    public required ReportQueries Queries { get; init; }

    [Inject]
    public required RequestReportNow RequestReport { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

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
        _rows = await Queries.ListAsync(page, PageSize, ct);
    });

    private async Task AskAgainAsync(ReportRow row)
    {
        await RunAsync(
            async ct =>
            {
                await RequestReport.ExecuteAsync(row.AssessmentId, row.Layer, ct);
                return Result.Ok;
            },
            "Laporan sedang dibuat.");
        await ShowAsync(_page);
    }
}
