using Hangfire;
using Hangfire.AspNetCore;
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

    private BackgroundJobServer? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        _server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                WorkerCount = Workers,
                Activator = new AspNetCoreJobActivator(scopes),
                TimeZoneResolver = new WibResolver(),
                SchedulePollingInterval = TimeSpan.FromSeconds(5),
            },
            storage);
        recurring.Start();
        await resume.ExecuteAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _server?.SendStop();
        await (_server?.WaitForShutdownAsync(cancellationToken) ?? Task.CompletedTask);
    }

    public void Dispose() => _server?.Dispose();
}
