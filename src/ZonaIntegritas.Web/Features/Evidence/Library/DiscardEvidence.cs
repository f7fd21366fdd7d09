using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>
/// Buang: takes a document that nobody ever judged out of the library. Its row and its trail stay; its files are no
/// longer given out and no longer counted in the unit's room.
/// </summary>
public sealed class DiscardEvidence(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    private const int PlacesNamed = 3;

    public async Task<Result> ExecuteAsync(Guid itemId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (item, actor) = await OwnItem.RequireAsync(db, authorizer, itemId, ct);
        if (item.DiscardedAt is not null)
        {
            return LibraryProblems.Discarded;
        }

        if (RefusalOf(await UsesAsync(db, item.Id, ct)) is { } refusal)
        {
            return refusal;
        }

        if (await db.ConditionRecords.AnyAsync(
            record => db.EvidenceVersions.Any(version => version.Id == record.EvidenceVersionId && version.ItemId == itemId), ct))
        {
            return LibraryProblems.ProvesCondition;
        }

        var now = clock.GetUtcNow();
        item.Discard(now);
        db.Record(now, actor.UserId, AuditAction.EvidenceDiscarded, new(item.UnitId, ItemId: item.Id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    private static Problem? RefusalOf(IReadOnlyList<Use> uses)
    {
        // The stronger reason first: what TPI has seen stays, however many questions it is taken off.
        List<int> judged = [.. uses.Where(use => use.ReachedTpi).Select(use => use.Year).Distinct().Order()];
        if (judged.Count > 0)
        {
            return LibraryProblems.WasSubmitted(string.Join(" dan ", judged));
        }

        List<Use> active = [.. uses.Where(use => use.DetachedAt is null)];
        return active.Count == 0
            ? null
            : LibraryProblems.StillAttached(active.Count, string.Join(", ", active.Take(PlacesNamed).Select(use => $"LKE {use.Year} {use.Code}"))
                + (active.Count > PlacesNamed ? ", dan lainnya" : ""));
    }

    private static Task<List<Use>> UsesAsync(AppDbContext db, Guid itemId, CancellationToken ct) => (
        from link in db.EvidenceLinks
        join sheet in db.Assessments on link.AssessmentId equals sheet.Id
        join period in db.Periods on sheet.PeriodId equals period.Id
        where link.ItemId == itemId
        orderby period.Year descending, link.QuestionCode
        select new Use(
            period.Year, link.QuestionCode, link.DetachedAt, sheet.SubmittedAt,
            db.JudgedEvidence.Any(judged => judged.LinkId == link.Id)))
        .ToListAsync(ct);

    private sealed record Use(int Year, string Code, DateTimeOffset? DetachedAt, DateTimeOffset? SubmittedAt, bool WasJudged)
    {
        /// <summary>Put forward when the sheet left the unit's hands, or at any time after.</summary>
        public bool ReachedTpi => WasJudged || (SubmittedAt is { } submitted && (DetachedAt is null || DetachedAt > submitted));
    }
}
