using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>The bell in the frame of every page: how much is unread, and the newest of it.</summary>
public sealed partial class Bell
{
    private const int Newest = 8;

    /// <summary>At most one reading in this time, however much is raised.</summary>
    private static readonly TimeSpan ReadingPause = TimeSpan.FromSeconds(1);

    private NoticeList? _list;
    private bool _open;

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required ReadNotices ReadNotices { get; init; }

    [Inject]
    public required SheetBroadcast Broadcast { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required CurrentUser Current { get; init; }

    protected override async Task OnInitializedAsync()
    {
        // Heard from before it is read: what is raised meanwhile is not missed.
        _ = ListenAsync(Broadcast.Subscribe(Current.UserId ?? Guid.Empty));
        await ReloadAsync();
    }

    private async Task ListenAsync(SheetSubscription live)
    {
        using var ends = live;
        try
        {
            await foreach (var changes in live.ReadAsync(Leaving))
            {
                if (changes.Any(change => change.Kind is SheetChangeKind.Notice or SheetChangeKind.Rights or SheetChangeKind.Everything))
                {
                    await InvokeAsync(async () =>
                    {
                        await ReloadAsync();
                        StateHasChanged();
                    });
                    await Task.Delay(ReadingPause, Clock, Leaving);
                }
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page is left.
        }
        catch (Exception error)
        {
            // Nobody awaits this loop: what is unexpected reaches the error boundary this way.
            await DispatchExceptionAsync(error);
        }
    }

    private Task ReloadAsync() => LoadAsync(async ct => _list = await Queries.ListAsync(unreadOnly: false, 1, Newest, ct));

    private Task ToggleAsync()
    {
        _open = !_open;
        return _open ? ReloadAsync() : Task.CompletedTask;
    }

    private void Close() => _open = false;

    private void CloseOnEscape(KeyboardEventArgs key) => _open = _open && key.Key != "Escape";

    private Task OpenAsync(NoticeRow row)
    {
        _open = false;
        return row.IsUnread ? ReadAsync(row.Id) : Task.CompletedTask;
    }

    private Task ReadAsync(Guid? id) => LoadAsync(async ct =>
    {
        await ReadNotices.ExecuteAsync(id, ct);
        _list = await Queries.ListAsync(unreadOnly: false, 1, Newest, ct);
    });
}
