using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ZonaIntegritas.Web.Data.Live;

/// <summary>
/// What one page has not looked at yet. The same change twice is kept once, and past a limit only "everything" is kept,
/// so that a slow page holds little and never holds anybody up.
/// </summary>
public sealed class SheetSubscription : IDisposable
{
    private const int MaxWaiting = 200;

    // One place: a signal that is already given need not be given again.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _topics;
    private readonly Action<SheetSubscription> _onDispose;
    private HashSet<SheetChange> _waiting = [];

    internal SheetSubscription(IEnumerable<Guid> topics, Action<SheetSubscription> onDispose) =>
        (_topics, _onDispose) = ([.. topics], onDispose);

    /// <summary>Listens to more: a page learns only while loading which unit and person it is about.</summary>
    public void Follow(params Guid[] topics)
    {
        lock (_lock)
        {
            _topics.UnionWith(topics);
        }
    }

    /// <summary>All that waits, each time something has changed; ends when the subscription is disposed of.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<SheetChange>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var _ in _signal.Reader.ReadAllAsync(ct))
        {
            if (Take() is { Count: > 0 } taken)
            {
                yield return taken;
            }
        }
    }

    public void Dispose()
    {
        _onDispose(this);
        _signal.Writer.TryComplete();
    }

    internal void Offer(SheetChange change)
    {
        lock (_lock)
        {
            if (!_topics.Contains(change.Topic))
            {
                return;
            }

            if (_waiting.Count >= MaxWaiting)
            {
                _waiting = [new(change.Topic, null, SheetChangeKind.Everything, null)];
            }

            _waiting.Add(change);
        }

        _signal.Writer.TryWrite(true);
    }

    private HashSet<SheetChange> Take()
    {
        lock (_lock)
        {
            (var taken, _waiting) = (_waiting, []);
            return taken;
        }
    }
}
