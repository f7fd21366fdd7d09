using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Hosting;

internal static class Health
{
    public static IHealthChecksBuilder AddDbContextCheckOnDatabase(this IHealthChecksBuilder checks) =>
        checks.AddCheck<DatabaseCheck>("database");
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
