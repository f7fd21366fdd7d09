using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>Writes down what was found at an address, and in the trail when that is news.</summary>
public static class LinkRecord
{
    /// <summary>A site that says nothing for this long, asked every hour, is taken for gone.</summary>
    public const int DaysOfSilence = 3;

    /// <param name="by">Null for the program itself.</param>
    /// <param name="isLineProven">Whether any site answered lately.</param>
    /// <returns>What was written down, which is milder than what was found when our own line may be at fault.</returns>
    public static async Task<LinkFinding> TakeAsync(
        AppDbContext db, EvidenceVersion version, LinkFinding found, Guid? by, DateTimeOffset now, bool isLineProven, CancellationToken ct)
    {
        var finding = isLineProven ? found : found.Unproven();
        if (finding.State == LinkState.Waiting && isLineProven && version is { Link: LinkState.Waiting, LinkCheckedAt: not null }
            && await WaitingSinceAsync(db, version, ct) <= now.AddDays(-DaysOfSilence))
        {
            finding = finding.GivenUp(DaysOfSilence);
        }

        if (finding.State == LinkState.Waiting && (version.Link is LinkState.Locked or LinkState.Dead or LinkState.NotPublic))
        {
            // An uncertain answer does not clear a bad name.
            finding = finding with { State = version.Link, Remark = version.LinkRemark };
        }

        if (finding.State != version.Link)
        {
            db.Record(
                now, by, AuditAction.EvidenceLinkChecked, new(version.UnitId, ItemId: version.ItemId, VersionId: version.Id),
                $"{LinkWords.Of(version.Link, version.LinkCheckedAt is not null)} → {LinkWords.Of(finding.State)}");
        }

        version.TakeLinkCheck(finding.State, finding.Remark, now);
        return finding;
    }

    /// <summary>The trail says when it last became uncertain; without a line it has been so from the beginning.</summary>
    private static async Task<DateTimeOffset> WaitingSinceAsync(AppDbContext db, EvidenceVersion version, CancellationToken ct) =>
        await db.AuditEntries
            .Where(entry => entry.VersionId == version.Id && entry.Action == AuditAction.EvidenceLinkChecked)
            .OrderByDescending(entry => entry.At).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(ct)
        ?? version.AddedAt;
}
