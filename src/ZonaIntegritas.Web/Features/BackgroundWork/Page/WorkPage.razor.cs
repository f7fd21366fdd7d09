using Microsoft.AspNetCore.Components;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.BackgroundWork.Recurring;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Page;

/// <summary>All background work in one place; the page follows what is under way.</summary>
public sealed partial class WorkPage
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private WorkView? _view;
    private IReadOnlyList<WorkOutcome> _refused = [];
    private ITimer? _follow;

    [Inject]
    public required WorkQueries Queries { get; init; }

    [Inject]
    public required RetryWork Retry { get; init; }

    [Inject]
    public required SetWorkAside SetAside { get; init; }

    [Inject]
    public required StartJob StartJob { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Verdict => _view!.FailedTotal == 0 ? "Tidak ada yang gagal" : $"{Indonesian.Number(_view.FailedTotal)} perlu tindakan";

    private string Standing => _view!.OpenTotal == 0 ? "Tidak ada yang menunggu." : $"{Indonesian.Number(_view.OpenTotal)} menunggu atau sedang dikerjakan.";

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
        await ShowAsync();
        _follow = Clock.CreateTimer(_ => _ = InvokeAsync(FollowAsync), null, LookAgain, LookAgain);
    }

    private async Task FollowAsync()
    {
        if (Busy || Refusal is not null)
        {
            return;
        }

        await ShowAsync();
        StateHasChanged();
    }

    private Task ShowAsync() => LoadAsync(async ct => _view = await Queries.LoadAsync(ct));

    private Task RetryAsync(FailedChoice choice) => ActAsync(ct => Retry.ExecuteAsync(choice, ct), "Dicoba lagi.");

    private Task SetAsideAsync(FailedChoice choice) => ActAsync(ct => SetAside.ExecuteAsync(choice, ct), "Diabaikan.");

    private async Task StartAsync(RecurringJob job)
    {
        await RunAsync(ct => StartJob.ExecuteAsync(job.Id, ct), $"{job.Title} dijalankan.");
        await ShowAsync();
    }

    /// <summary>Each of many may fare differently: what was refused stays on the page, by its own reason.</summary>
    private async Task ActAsync(Func<CancellationToken, Task<IReadOnlyList<WorkOutcome>>> act, string done)
    {
        _refused = [];
        await RunAsync(
            async ct =>
            {
                var outcomes = await act(ct);
                _refused = [.. outcomes.Where(outcome => outcome.Problem is not null)];
                return outcomes.Count > 0 && _refused.Count == outcomes.Count ? _refused[0].Problem! : Result.Ok;
            },
            done);
        await ShowAsync();
    }
}
