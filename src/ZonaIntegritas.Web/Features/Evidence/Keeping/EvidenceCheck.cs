using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// "Degraded" at /health while a stored file is known to be missing or changed: the app still serves, so nothing is
/// restarted, but whoever watches it sees that a person is needed.
/// </summary>
public sealed class EvidenceCheck(IServiceScopeFactory scopes, TimeProvider clock) : IHealthCheck
{
    /// <summary>Probes come every few seconds; the answer changes once a night and takes a walk through the table.</summary>
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    private (DateTimeOffset At, int Broken)? _seen;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_seen is not { } seen || clock.GetUtcNow() - seen.At > RememberedFor)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            seen = (clock.GetUtcNow(), await db.EvidenceContents.CountAsync(content => content.Integrity != Integrity.Intact, cancellationToken));
            _seen = seen;
        }

        return seen.Broken == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{seen.Broken} evidence files missing or changed: run verify-evidence");
    }
}
