using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// Manners towards other people's servers: one request per site at a time with a breath after it, and few checks a
/// minute per person. Also remembers when any site last answered: while none does, the fault may be our own line's.
/// </summary>
public sealed class LinkPace(LinkProbe probe, TimeProvider clock, TimeSpan breath) : IDisposable
{
    private const int ChecksPerMinute = 10;

    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();
    private readonly PartitionedRateLimiter<Guid> _perPerson = PartitionedRateLimiter.Create<Guid, Guid>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = ChecksPerMinute, Window = TimeSpan.FromMinutes(1) }));

    private long _answeredAt;
    private int _rounds;

    public bool LineIsProven => clock.GetUtcNow().UtcTicks - Interlocked.Read(ref _answeredAt) < Memory.Ticks;

    public bool MayAsk(Guid person)
    {
        using var lease = _perPerson.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    /// <summary>Waits for the site's turn, looks, and lets the site breathe.</summary>
    public async Task<LinkFinding> LookAsync(Uri address, CancellationToken ct)
    {
        var turn = _turns.GetOrAdd(address.IdnHost, _ => new(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            var finding = await probe.LookAsync(address, ct);
            if (finding.Answered)
            {
                Interlocked.Exchange(ref _answeredAt, clock.GetUtcNow().UtcTicks);
            }

            await Task.Delay(breath, ct);
            return finding;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One round at a time. A round asked for meanwhile does not wait here: the one under way goes round once more.</summary>
    public async Task RunAsync(Func<Task> round)
    {
        if (Interlocked.Increment(ref _rounds) > 1)
        {
            return;
        }

        try
        {
            int asked;
            do
            {
                asked = Volatile.Read(ref _rounds);
                await round();
            }
            while (Interlocked.CompareExchange(ref _rounds, 0, asked) != asked);
        }
        catch
        {
            Interlocked.Exchange(ref _rounds, 0);
            throw;
        }
    }

    public void Dispose() => _perPerson.Dispose();
}
