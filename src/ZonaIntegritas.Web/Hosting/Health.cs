using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>
/// Two questions, kept apart because their answers have other consequences. "Live": does the process answer? If not,
/// start it again. "Ready": can people work? "Degraded" still serves, and asks for a person. Evidence says its own
/// (Features/Evidence/Keeping).
/// </summary>
internal static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    /// <summary>The address from before there were two; the same as ready.</summary>
    public const string Old = "/health";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<MailServerProbe>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database")
            .AddCheck<StorageCheck>("storage")
            .AddCheck<MailCheck>("mail", HealthStatus.Degraded)
            .AddCheck<QueueCheck>("queue", HealthStatus.Degraded)
            .AddCheck<JobServerCheck>("jobs", HealthStatus.Degraded);
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new() { Predicate = _ => false }).AllowAnonymous();
        foreach (var address in (string[])[Ready, Old])
        {
            endpoints.MapHealthChecks(address, new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
        }
    }
}

/// <summary>Healthy when the database answers and holds an instrument: without one nothing can be assessed.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<AppDbContext> dbFactory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.InstrumentVersions.AnyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("no instrument loaded");
    }
}
