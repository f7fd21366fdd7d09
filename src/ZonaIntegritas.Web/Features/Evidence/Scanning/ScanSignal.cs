using System.Threading.Channels;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>Says that something came in which waits for the scanner; many nudges at once are one.</summary>
public sealed class ScanSignal
{
    private readonly Channel<bool> _arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Nudge() => _arrived.Writer.TryWrite(true);

    /// <summary>Until something came in, or this time is over.</summary>
    /// <returns>Whether something came in.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            return await _arrived.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
