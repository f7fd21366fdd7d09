using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <param name="SeenRevision">Of the details that were changed on screen.</param>
public sealed record DescribeEvidenceCommand(Guid ItemId, EvidenceDetails Details, int SeenRevision);

/// <summary>Terangkan: what a document is, of when, about which time and until when it counts. Its content stays as it is.</summary>
public sealed class DescribeEvidence(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <returns>The revision that was kept.</returns>
    public async Task<Result<int>> ExecuteAsync(DescribeEvidenceCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (item, actor) = await OwnItem.RequireAsync(db, authorizer, command.ItemId, ct);
        if (RefusalOf(item, command) is { } refusal)
        {
            return refusal;
        }

        var before = EvidenceChanges.DetailsOf(item);
        if (item.Describe(command.Details).Problem is { } fault)
        {
            return fault;
        }

        var changed = EvidenceChanges.Between(before, EvidenceChanges.DetailsOf(item));
        if (changed.Count == 0)
        {
            // Not saved: nothing is different, so nobody else's screen becomes stale.
            return command.SeenRevision;
        }

        db.Record(clock.GetUtcNow(), actor.UserId, AuditAction.EvidenceDescribed, new(item.UnitId, ItemId: item.Id), string.Join(", ", changed));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return item.Revision;
    }

    private static Problem? RefusalOf(EvidenceItem item, DescribeEvidenceCommand command) =>
        item.DiscardedAt is not null ? LibraryProblems.Discarded
        : item.Revision != command.SeenRevision ? LibraryProblems.Stale
        : null;
}
