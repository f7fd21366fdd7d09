using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Content that was looked at and may be kept: a file by its hash, or an address.</summary>
public sealed record NewContent(string Name, EvidenceType Type, long Size, string? Sha256, ContentWarning Warning, string? Url = null);

/// <param name="Link">Null when it was not put forward for a question.</param>
/// <param name="WasKnown">The unit already had this content, so no new item was made.</param>
public sealed record WrittenEvidence(EvidenceItem Item, EvidenceVersion Version, EvidenceLink? Link, bool WasKnown);

/// <summary>
/// What adding content means, whatever it comes from: a new item, a new version of one, or, when the unit already has
/// these bytes, the item it has. The caller has checked who and whether the question is open, and owns the transaction.
/// </summary>
public sealed class EvidenceWriter(SheetKeeper sheets, EvidenceStore store)
{
    public async Task<Result<WrittenEvidence>> WriteAsync(
        AppDbContext db, UploadPurpose purpose, NewContent content, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (await RememberContentAsync(db, content, now, ct) is { Scan: ScanState.Infected } infected)
        {
            return EvidenceProblems.Infected(infected.Threat);
        }

        var (version, item, known) = await VersionAsync(db, purpose, content, actor, now, ct);
        if (purpose.ItemId is not null && known)
        {
            return EvidenceProblems.SameVersion(version.Number);
        }

        if (!known)
        {
            db.Record(now, actor.UserId, AuditAction.EvidenceVersionAdded, new(item.UnitId, ItemId: item.Id, VersionId: version.Id), $"versi {version.Number}");
            await FollowAsync(db, item, version, actor, now, ct);
        }

        if (purpose is not { AssessmentId: { } assessment, QuestionCode: { } code })
        {
            return new WrittenEvidence(item, version, null, known);
        }

        var attached = await AttachAsync(db, new(assessment, code, purpose.Suggestion), version, actor, now, ct);
        return attached.Succeeded ? new WrittenEvidence(item, version, attached.Value, known) : attached.Problem!;
    }

    /// <summary>Puts a version forward for a question, once.</summary>
    public static async Task<Result<EvidenceLink>> AttachAsync(
        AppDbContext db, AttachTo target, EvidenceVersion version, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.EvidenceLinks.AnyAsync(
            link => link.AssessmentId == target.AssessmentId && link.QuestionCode == target.QuestionCode && link.ItemId == version.ItemId && link.DetachedAt == null, ct))
        {
            return EvidenceProblems.AlreadyAttached;
        }

        var link = new EvidenceLink(Guid.CreateVersion7(now), target.AssessmentId, target.QuestionCode, version, actor.UserId, now);
        link.Answer(target.Suggestion);
        db.EvidenceLinks.Add(link);
        db.Record(
            now, actor.UserId, AuditAction.EvidenceAttached,
            new(version.UnitId, target.AssessmentId, target.QuestionCode, version.ItemId, version.Id), $"versi {version.Number}");
        return link;
    }

    /// <returns>What is known of these bytes; null for an address.</returns>
    private async Task<EvidenceContent?> RememberContentAsync(AppDbContext db, NewContent content, DateTimeOffset now, CancellationToken ct)
    {
        if (content.Sha256 is not { } sha256)
        {
            return null;
        }

        var known = await db.EvidenceContents.FindAsync([sha256], ct);
        if (known is null)
        {
            db.EvidenceContents.Add(known = new(sha256, content.Size, store.ScansFiles ? ScanState.Waiting : ScanState.NotScanned, now));
        }

        return known;
    }

    private static async Task<(EvidenceVersion Version, EvidenceItem Item, bool Known)> VersionAsync(
        AppDbContext db, UploadPurpose purpose, NewContent content, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (await SameAsync(db, purpose, content, ct) is { } same)
        {
            return (same, await db.EvidenceItems.SingleAsync(item => item.Id == same.ItemId, ct), true);
        }

        var item = purpose.ItemId is { } id ? await db.EvidenceItems.SingleAsync(i => i.Id == id, ct) : null;
        if (item is null)
        {
            db.EvidenceItems.Add(item = new(Guid.CreateVersion7(now), purpose.UnitId, TitleOf(content), actor.UserId, now));
        }

        var origin = new EvidenceVersion.Origin(Guid.CreateVersion7(now), item.Id, item.UnitId, item.NextVersion(), actor.UserId, now);
        var version = content.Url is { } url
            ? EvidenceVersion.OfLink(origin, url)
            : EvidenceVersion.OfFile(origin, content.Name, content.Type, content.Size, content.Sha256!, content.Warning);
        db.EvidenceVersions.Add(version);
        return (version, item, false);
    }

    /// <summary>The newest version of an item of this unit with the same content; of the named item only, when one is named.</summary>
    private static Task<EvidenceVersion?> SameAsync(AppDbContext db, UploadPurpose purpose, NewContent content, CancellationToken ct) => (
        from version in db.EvidenceVersions
        join item in db.EvidenceItems on version.ItemId equals item.Id
        where version.UnitId == purpose.UnitId && version.Sha256 == content.Sha256 && version.Url == content.Url
            && version.Number == item.LatestVersion && item.DiscardedAt == null
            && (purpose.ItemId == null || purpose.ItemId == item.Id)
        orderby version.AddedAt descending
        select version).FirstOrDefaultAsync(ct);

    /// <summary>Where the unit may still change the question, the new version takes the place of the older one.</summary>
    private async Task FollowAsync(AppDbContext db, EvidenceItem item, EvidenceVersion version, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var links = await db.EvidenceLinks.Where(link => link.ItemId == item.Id && link.DetachedAt == null).ToListAsync(ct);
        foreach (var ofSheet in links.GroupBy(link => link.AssessmentId))
        {
            var sheet = await sheets.OpenAsync(db, ofSheet.Key, ct);
            foreach (var link in ofSheet.Where(link => sheet.Assessment.MayFill(link.QuestionCode, sheet.Period, sheet.Today).Succeeded))
            {
                link.PutForward(version);
                db.Record(
                    now, actor.UserId, AuditAction.EvidenceAttached,
                    new(item.UnitId, link.AssessmentId, link.QuestionCode, item.Id, version.Id), $"versi {version.Number} menggantikan");
            }
        }
    }

    private static string TitleOf(NewContent content)
    {
        var title = content.Url is null ? Path.GetFileNameWithoutExtension(content.Name) : content.Name;
        return title.Length == 0 ? content.Name : title;
    }
}

/// <param name="Suggestion">Which suggested document it is; empty when not said.</param>
public sealed record AttachTo(Guid AssessmentId, string QuestionCode, string Suggestion = "");
