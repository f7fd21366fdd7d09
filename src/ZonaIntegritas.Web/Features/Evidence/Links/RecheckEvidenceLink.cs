using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>How an address stands now.</summary>
public sealed record LinkCheck(LinkState State, string Remark, DateTimeOffset At);

/// <summary>Periksa lagi: the coordinator has changed the sharing, or the evaluator wants to know now.</summary>
public sealed class RecheckEvidenceLink(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, LinkPace pace, TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <exception cref="ForbiddenException">The person neither fills in nor judges this unit, or there is no such link.</exception>
    public async Task<Result<LinkCheck>> ExecuteAsync(Guid versionId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var link = await db.EvidenceVersions.SingleOrDefaultAsync(version => version.Id == versionId && version.Url != null, ct);
        var wasPutForward = link is not null && await db.EvidenceLinks.AnyAsync(each => each.ItemId == link.ItemId, ct);
        var actor = await authorizer.RequireAsync(
            db, who => link is not null && (who.MayFill(link.UnitId) || (who.MayReview(link.UnitId) && wasPutForward)), ct);
        if (await db.EvidenceItems.AnyAsync(item => item.Id == link!.ItemId && item.DiscardedAt != null, ct))
        {
            return LinkProblems.Gone;
        }

        if (link!.LinkCheckedAt > clock.GetUtcNow() - Rest)
        {
            return LinkProblems.JustChecked;
        }

        if (!pace.MayAsk(actor.UserId))
        {
            return LinkProblems.TooMany;
        }

        var found = await pace.LookAsync(new(link.Url!), ct);
        var now = clock.GetUtcNow();
        var finding = await LinkRecord.TakeAsync(db, link, found, actor.UserId, now, pace.LineIsProven, ct);
        await db.SaveChangesAsync(ct);
        return new LinkCheck(finding.State, finding.Remark, now);
    }
}
