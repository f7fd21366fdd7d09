using System.Collections.Concurrent;

namespace ZonaIntegritas.Web.Data.Live;

/// <summary>
/// Tells the open pages of this process what was committed. Publishing never waits and never runs a page's code: each
/// page takes what waits for it at its own pace (<see cref="SheetSubscription"/>). Several nodes need a backplane here.
/// </summary>
public sealed class SheetBroadcast
{
    private readonly ConcurrentDictionary<SheetSubscription, byte> _subscriptions = new();

    /// <summary>How many pages listen; falls back to none when all are left.</summary>
    public int Listeners => _subscriptions.Count;

    /// <summary>To be disposed of when the page is left.</summary>
    public SheetSubscription Subscribe(params Guid[] topics)
    {
        var subscription = new SheetSubscription(topics, gone => _subscriptions.TryRemove(gone, out _));
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    public void Publish(IEnumerable<SheetChange> changes)
    {
        foreach (var change in changes)
        {
            foreach (var (subscription, _) in _subscriptions)
            {
                subscription.Offer(change);
            }
        }
    }
}
