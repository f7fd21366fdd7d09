using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Who may be given the bytes of a version: asked for each request, by unit, role and assignment.</summary>
public static class EvidenceAccess
{
    /// <returns>Null when there is no such file, it may not be served, or this person may not have it: the same for all three.</returns>
    public static async Task<EvidenceVersion?> FindAsync(AppDbContext db, Authorizer authorizer, Guid versionId, CancellationToken ct)
    {
        var found = await (
            from version in db.EvidenceVersions
            join item in db.EvidenceItems on version.ItemId equals item.Id
            join content in db.EvidenceContents on version.Sha256 equals content.Sha256
            where version.Id == versionId && (content.Scan == ScanState.NotScanned || content.Scan == ScanState.Clean)
            select new
            {
                Version = version,
                IsDiscarded = item.DiscardedAt != null,
                WasPutForward = db.EvidenceLinks.Any(link => link.ItemId == item.Id),
            })
            .AsNoTracking().SingleOrDefaultAsync(ct);
        return found is not null && !found.IsDiscarded && await MaySeeAsync(db, authorizer, found.Version.UnitId, found.WasPutForward, ct)
            ? found.Version
            : null;
    }

    private static async Task<bool> MaySeeAsync(AppDbContext db, Authorizer authorizer, Guid unitId, bool wasPutForward, CancellationToken ct)
    {
        try
        {
            return (await authorizer.ActorAsync(db, ct)).MaySeeEvidence(unitId, wasPutForward);
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }
}
