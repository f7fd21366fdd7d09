namespace ZonaIntegritas.Domain.Discussion;

/// <summary>
/// Which messages of a thread are settled. A message settles another by naming it; one that names the settling message
/// takes it back, and so the first is open again: nothing is ever deleted.
/// </summary>
public sealed class SettledMessages
{
    private readonly ILookup<Guid, ThreadMessage> _bySettled;
    private readonly Dictionary<Guid, ThreadMessage> _all;

    public SettledMessages(IEnumerable<ThreadMessage> messages)
    {
        _all = messages.ToDictionary(message => message.Id);
        _bySettled = _all.Values.Where(message => message.Settles is not null).OrderBy(message => message.At).ToLookup(message => message.Settles!.Value);
    }

    /// <summary>The message by which this one counts as settled; null while it is open.</summary>
    public ThreadMessage? SettlingOf(Guid messageId) => _bySettled[messageId].LastOrDefault(settling => SettlingOf(settling.Id) is null);

    /// <summary>It only says that another is settled.</summary>
    public bool IsSettling(ThreadMessage message) => message.Settles is not null && !IsReopening(message);

    /// <summary>It takes back that another was settled.</summary>
    public bool IsReopening(ThreadMessage message) => message.Settles is { } named && _all.TryGetValue(named, out var settling) && IsSettling(settling);
}
