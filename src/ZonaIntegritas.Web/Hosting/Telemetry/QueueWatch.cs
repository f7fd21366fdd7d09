using System.Data.Common;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Hosting.Telemetry;

/// <summary>Reads the queue's age for the gauge, in its own time: a collector must not make the database work.</summary>
internal sealed partial class QueueWatch(QueueAge queue, TimeProvider clock, ILogger<QueueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    public async Task LookAsync(CancellationToken ct)
    {
        try
        {
            Measures.QueueAge.Record((await queue.ReadAsync(ct)).TotalSeconds);
        }
        catch (DbException error)
        {
            Log.NotRead(logger, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The queue's age could not be read this time")]
        public static partial void NotRead(ILogger logger, Exception error);
    }
}
