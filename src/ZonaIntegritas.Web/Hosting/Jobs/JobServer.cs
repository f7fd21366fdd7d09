using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.States;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>
/// Starts Hangfire's workers once the database is ready (hosted services start in the order of registration), unless
/// "Jobs:Enabled" is off; then takes up what an earlier run left.
/// </summary>
internal sealed class JobServer(
    JobStorage storage, IServiceScopeFactory scopes, RecurringWork recurring, ResumeUnfinishedWork resume, IOptions<JobOptions> options)
    : IHostedService, IDisposable
{
    // Enough to keep a slow mail server from holding up the reports; SQLite lets one write at a time anyway.
    private const int Workers = 4;

    // A pack of many gigabytes must not hold up the reports behind it.
    private const int ReportWorkers = 2;

    private readonly List<BackgroundJobServer> _servers = [];

    /// <summary>False where background work is switched off, too.</summary>
    public bool IsRunning { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        _servers.Add(Serve(EnqueuedState.DefaultQueue, Workers));
        _servers.Add(Serve(MakeReportJob.Queue, ReportWorkers));
        await recurring.StartAsync(cancellationToken);
        await resume.ExecuteAsync(cancellationToken);
        IsRunning = true;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsRunning = false;
        _servers.ForEach(server => server.SendStop());
        await Task.WhenAll(_servers.Select(server => server.WaitForShutdownAsync(cancellationToken)));
    }

    public void Dispose() => _servers.ForEach(server => server.Dispose());

    private BackgroundJobServer Serve(string queue, int workers) => new(
        new BackgroundJobServerOptions
        {
            Queues = [queue],
            WorkerCount = workers,
            Activator = new AspNetCoreJobActivator(scopes),
            TimeZoneResolver = new WibResolver(),
            SchedulePollingInterval = TimeSpan.FromSeconds(5),
        },
        storage);
}
