using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Failed;

/// <summary>Abaikan: failed work is no longer wanted, one or all of a kind; who said so stands in the trail.</summary>
public sealed class SetWorkAside(FailedWork failed)
{
    /// <returns>How each fared.</returns>
    /// <exception cref="ForbiddenException">Not an administrator.</exception>
    public Task<IReadOnlyList<WorkOutcome>> ExecuteAsync(FailedChoice choice, CancellationToken ct) => failed.ChangeAsync(
        choice, new(AuditAction.WorkWithdrawn, row => row.TakeBack($"Diabaikan administrator. Sebelumnya: {row.Error}")), ct);
}
