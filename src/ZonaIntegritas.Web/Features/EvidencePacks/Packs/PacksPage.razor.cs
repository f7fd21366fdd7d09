using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <summary>Packs of one sheet; the list follows work that is under way.</summary>
public sealed partial class PacksPage
{
    private const int PageSize = 10;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private PackView? _view;
    private int _page;
    private ITimer? _follow;

    [Parameter]
    public Guid AssessmentId { get; set; }

    [Inject]
    public required PackQueries Queries { get; init; }

    [Inject]
    public required RequestPack Request { get; init; }

    [Inject]
    public required CancelPaper Cancel { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private bool IsWorking => _view?.Packs.Rows.Any(pack => pack.State is WorkState.Waiting or WorkState.Running) == true;

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
        if (IsWorking)
        {
            await ShowAsync(_page);
            StateHasChanged();
        }
    }

    private Task ShowAsync(int page) => LoadAsync(async ct =>
    {
        _page = page;
        _view = await Queries.LoadAsync(AssessmentId, page, PageSize, ct);
    });

    private async Task CancelAsync(PackRow pack)
    {
        await RunAsync(ct => Cancel.ExecuteAsync(pack.Id, ct), "Paket dibatalkan.");
        await ShowAsync(_page);
    }

    private async Task MakeAsync()
    {
        await RunAsync(
            async ct =>
            {
                await Request.ExecuteAsync(AssessmentId, ct);
                return Result.Ok;
            },
            "Paket sedang dibuat.");
        await ShowAsync(0);
    }
}
