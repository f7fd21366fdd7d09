using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>
/// Decides for each request whether this person gets the bytes, and sees to it that none leave without a line in the
/// trail: one per person, version and action in a quarter of an hour, however many parts a reader asks for.
/// </summary>
public sealed class ServeEvidence(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore store, TimeProvider clock)
{
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <param name="actionOf">What the trail calls it; null for what shows nothing of the file itself.</param>
    /// <returns>Null when there is no such file, it may not be served, or this person may not have it.</returns>
    public async Task<EvidenceVersion?> ExecuteAsync(Guid versionId, Func<EvidenceVersion, AuditAction?> actionOf, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await FindAsync(db, versionId, ct) is not { } found)
        {
            return null;
        }

        if (actionOf(found.Version) is { } action && !await IsRecordedAsync(db, found, action, ct))
        {
            await RecordAsync(db, found, action, ct);
        }

        return found.Version;
    }

    private async Task<Served?> FindAsync(AppDbContext db, Guid versionId, CancellationToken ct) =>
        await EvidenceAccess.FindAsync(db, authorizer, versionId, ct) is { } found && store.Files.Exists(found.Version.Sha256!) ? found : null;

    private async Task RecordAsync(AppDbContext db, Served found, AuditAction action, CancellationToken ct)
    {
        // A reader asks for several parts at once: whoever comes second finds the line of the first.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await IsRecordedAsync(db, found, action, ct))
        {
            return;
        }

        var version = found.Version;
        db.Record(
            clock.GetUtcNow(), found.Actor.UserId, action, new(version.UnitId, ItemId: version.ItemId, VersionId: version.Id), $"versi {version.Number}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Task<bool> IsRecordedAsync(AppDbContext db, Served found, AuditAction action, CancellationToken ct)
    {
        var (versionId, by, since) = (found.Version.Id, found.Actor.UserId, clock.GetUtcNow() - OneLook);
        return db.AuditEntries.AnyAsync(entry => entry.VersionId == versionId && entry.Action == action && entry.By == by && entry.At > since, ct);
    }
}

/// <summary>A version and who may have it.</summary>
public sealed record Served(EvidenceVersion Version, Actor Actor);
