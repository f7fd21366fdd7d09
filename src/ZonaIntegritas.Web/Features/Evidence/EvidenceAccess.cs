using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Serving;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Who may be given the bytes of a version: asked for each request, by unit, role and assignment.</summary>
public static class EvidenceAccess
{
    /// <returns>Null when there is no such file, it may not be served, or this person may not have it: the same for all three.</returns>
    public static async Task<Served?> FindAsync(AppDbContext db, Authorizer authorizer, Guid versionId, CancellationToken ct)
    {
        var found = await (
            from version in db.EvidenceVersions
            join item in db.EvidenceItems on version.ItemId equals item.Id
            join content in db.EvidenceContents on version.Sha256 equals content.Sha256
            where version.Id == versionId && item.DiscardedAt == null && (content.Scan == ScanState.NotScanned || content.Scan == ScanState.Clean)
                // Bytes that are not those that came in prove nothing, and may be anything.
                && content.Integrity != Integrity.Changed
            select new { Version = version, WasPutForward = db.EvidenceLinks.Any(link => link.ItemId == item.Id)
                    // What proves a condition of the proposal is read by whoever confirms it.
                    || db.ConditionRecords.Any(record => record.EvidenceVersionId == version.Id) })
            .AsNoTracking().SingleOrDefaultAsync(ct);
        return found is not null
            && await ActorAsync(db, authorizer, ct) is { } actor
            && actor.MaySeeEvidence(found.Version.UnitId, found.WasPutForward)
                ? new(found.Version, actor)
                : null;
    }

    private static async Task<Actor?> ActorAsync(AppDbContext db, Authorizer authorizer, CancellationToken ct)
    {
        try
        {
            return await authorizer.ActorAsync(db, ct);
        }
        catch (ForbiddenException)
        {
            return null;
        }
    }
}
