using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork.Waiting;
using ZonaIntegritas.Web.Hosting.Jobs;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Healthy when the data folder takes a file and has room: without it nothing people do can be kept.</summary>
internal sealed class StorageCheck(IOptions<StorageOptions> storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var folder = Path.GetFullPath(storage.Value.DataFolder);
        try
        {
            var probe = Path.Combine(folder, $".health-{Guid.CreateVersion7()}");
            await File.WriteAllTextAsync(probe, "ok", cancellationToken);
            File.Delete(probe);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return free >= storage.Value.MinFreeBytes
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024} MB free, {storage.Value.MinFreeMegabytes} MB wanted (Storage:MinFreeMegabytes)"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy($"data folder not writable ({error.GetType().Name})");
        }
    }
}

/// <summary>Degraded while work that could be done is left lying: workers are stuck, too few, or gone.</summary>
internal sealed class QueueCheck(QueueAge queue, IOptions<JobOptions> jobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var age = await queue.ReadAsync(cancellationToken);
        return age <= TimeSpan.FromMinutes(jobs.Value.QueueWarnMinutes)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"oldest due work waits for {(int)age.TotalMinutes} minutes: see /pekerjaan"));
    }
}

/// <summary>Degraded when this node should do background work and does not.</summary>
internal sealed class JobServerCheck(JobServer server, IOptions<JobOptions> jobs) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !jobs.Value.Enabled ? HealthCheckResult.Healthy("switched off here (Jobs:Enabled)")
        : server.IsRunning ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded("workers not running"));
}
