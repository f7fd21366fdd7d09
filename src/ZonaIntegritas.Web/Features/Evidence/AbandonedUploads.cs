namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Removes what a power cut left half received: nothing names it, and nobody will finish it.</summary>
public sealed class AbandonedUploads(EvidenceStore store, TimeProvider clock) : IHostedService
{
    /// <summary>Longer than any upload takes, so that another program on the same folder is not disturbed.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Files.RemoveIncomingBefore(clock.GetUtcNow() - Age);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
