using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>
/// Scans as soon as something comes in, and every few minutes what could not be scanned. A loop of its own and not a
/// job in the queue: one at a time without locks, and 1.000 uploads are one round.
/// </summary>
public sealed partial class ScanOnArrival(
    IServiceScopeFactory scopes, EvidenceStore store, IOptions<JobOptions> jobs, ILogger<ScanOnArrival> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!jobs.Value.Enabled)
        {
            return;
        }

        // Without a scanner one round is enough: it releases what waited for the one there was.
        await RunAsync(stoppingToken);
        while (store.ScansFiles)
        {
            await store.Arrivals.WaitAsync(Interval, stoppingToken);
            await RunAsync(stoppingToken);
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScanWaitingEvidence>().ExecuteAsync(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Left to itself it would stop the whole app; the next round tries again.
            Log.Broke(logger, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A round of scanning broke; the next one tries again")]
        public static partial void Broke(ILogger logger, Exception error);
    }
}
