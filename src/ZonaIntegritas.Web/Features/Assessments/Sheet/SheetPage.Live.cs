using ZonaIntegritas.Web.Data.Live;

namespace ZonaIntegritas.Web.Features.Assessments.Sheet;

/// <summary>
/// What others save appears here without a reload. A change is only a signal: the sheet is read again through the same
/// query that asks who may see, so that a withdrawn right ends in a refusal and not in data.
/// </summary>
public abstract partial class SheetPage
{
    /// <summary>At most one reading in this time, however much is saved.</summary>
    private static readonly TimeSpan ReadingPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneAtATime = new(1);

    // Saved by this page since the last reading: the echo of an own save is no news.
    private readonly HashSet<string> _savedHere = [];
    private SheetSubscription? _live;

    /// <summary>Goes up when something about the selected question may have changed, for parts that read for themselves.</summary>
    protected int Stamp { get; private set; }

    private void Listen(CancellationToken leaving)
    {
        _live!.Follow(State!.Workspace.Title.UnitId, State.Workspace.Me);
        _ = ListenAsync(_live, leaving);
    }

    private async Task ListenAsync(SheetSubscription live, CancellationToken leaving)
    {
        try
        {
            await foreach (var changes in live.ReadAsync(leaving))
            {
                await InvokeAsync(() => TakeInAsync(changes));
                await Task.Delay(ReadingPause, Clock, leaving);
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page is left.
        }
        catch (Exception error)
        {
            // Nobody awaits this loop: what is unexpected reaches the error boundary this way.
            await DispatchExceptionAsync(error);
        }
    }

    private async Task TakeInAsync(IReadOnlyCollection<SheetChange> changes)
    {
        await _oneAtATime.WaitAsync(Leaving);
        try
        {
            // Notices share the person's topic and are the bell's.
            var heard = changes.Where(change => change.Kind != SheetChangeKind.Notice).ToList();
            var news = heard.Where(change => !IsEcho(change)).ToList();
            _savedHere.Clear();
            Stamp += heard.Exists(change => change.QuestionCode is null || change.QuestionCode == State!.SelectedCode) ? 1 : 0;
            if (news.Exists(change => change.Kind != SheetChangeKind.Message))
            {
                await ReadAgainAsync(news);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }

        StateHasChanged();
    }

    private async Task ReadAgainAsync(List<SheetChange> news)
    {
        var before = State!;
        await ReloadAsync();
        if (Refusal is not null)
        {
            // Nothing more arrives, and nothing more is saved: every save asks for itself.
            _live?.Dispose();
            return;
        }

        var after = State!;
        var others = news.Where(change => change.By != after.Workspace.Me).ToList();
        var all = others.Exists(change => change.Kind == SheetChangeKind.Everything);
        after.MarkSince(before, code => all || others.Exists(change => change.QuestionCode == code));
    }

    private bool IsEcho(SheetChange change) =>
        change.Kind == SheetChangeKind.Answer && change.By == State!.Workspace.Me && change.QuestionCode is { } code && _savedHere.Contains(code);
}
