using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>One document: details, versions, where it lies, and its trail page by page.</summary>
public sealed class DocumentQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    public const int HistorySize = 20;

    /// <exception cref="ForbiddenException">The reader may not see this document, or there is none.</exception>
    public async Task<DocumentView> LoadAsync(Guid itemId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (item, actor) = await RequireAsync(db, itemId, ct);
        var now = clock.GetUtcNow();
        var unit = await LibraryUnit.OpenAsync(db, item.UnitId, ct);
        var newest = await NewestVersions.Of(db, db.EvidenceItems.Where(known => known.Id == itemId), unit.CurrentYear).AsNoTracking().SingleAsync(ct);
        var uses = await UsesAsync(db, itemId, ct);
        var mayChange = actor.MayFill(unit.Id) && item.DiscardedAt is null;
        return new(
            itemId, unit, actor.UnitId == unit.Id, mayChange, EvidenceChanges.DetailsOf(item), item.Revision, item.DiscardedAt,
            [.. EvidenceSign.Of(newest.Health, unit.Zone.Today(now)), .. OfUses(uses, item)],
            await VersionsAsync(db, itemId, ct), uses,
            actor.MayFill(unit.Id) ? "lembar-kerja" : actor.MayReview(unit.Id) ? "penilaian" : null);
    }

    /// <param name="page">From 1; the newest entries stand on the first.</param>
    /// <exception cref="ForbiddenException">The reader may not see this document, or there is none.</exception>
    public async Task<HistoryView> HistoryAsync(Guid itemId, int page, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var (item, _) = await RequireAsync(db, itemId, ct);
        var entries = db.AuditEntries.Where(entry => entry.ItemId == itemId);
        var rows = await (
            from entry in entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip((Math.Max(1, page) - 1) * HistorySize).Take(HistorySize)
            join person in db.Users on entry.By equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            orderby entry.At descending, entry.Id descending
            select new HistoryRow(
                entry.Id, entry.At, person == null ? "" : person.FullName, entry.Action, entry.QuestionCode,
                (from sheet in db.Assessments
                 join period in db.Periods on sheet.PeriodId equals period.Id
                 where sheet.Id == entry.AssessmentId
                 select (int?)period.Year).FirstOrDefault(),
                db.EvidenceVersions.Where(version => version.Id == entry.VersionId).Select(version => (int?)version.Number).FirstOrDefault(),
                entry.Note))
            .AsNoTracking().ToListAsync(ct);
        var zone = await db.WorkUnits.Where(unit => unit.Id == item.UnitId).Select(unit => unit.Zone).SingleAsync(ct);
        return new(rows, await entries.CountAsync(ct), zone);
    }

    private async Task<(EvidenceItem Item, Actor Actor)> RequireAsync(AppDbContext db, Guid itemId, CancellationToken ct)
    {
        var found = await db.EvidenceItems.AsNoTracking().Where(item => item.Id == itemId)
            .Select(item => new { Item = item, WasPutForward = db.EvidenceLinks.Any(link => link.ItemId == item.Id) }).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => found is not null && who.MaySeeEvidence(found.Item.UnitId, found.WasPutForward), ct);
        return (found?.Item ?? throw new ForbiddenException(Authorizer.NotAllowed), actor);
    }

    private static IEnumerable<EvidenceSign> OfUses(IReadOnlyList<UseRow> uses, EvidenceItem item) =>
        item.DiscardedAt is not null ? []
        : uses.Count == 0 ? [EvidenceSign.Unused]
        : uses.All(use => use.Number < item.LatestVersion) ? [EvidenceSign.NewestUnused]
        : [];

    private static async Task<IReadOnlyList<VersionRow>> VersionsAsync(AppDbContext db, Guid itemId, CancellationToken ct)
    {
        var rows = await (
            from version in db.EvidenceVersions
            join known in db.EvidenceContents on version.Sha256 equals known.Sha256 into contents
            from content in contents.DefaultIfEmpty()
            join sender in db.Users on version.AddedBy equals sender.Id
            where version.ItemId == itemId
            orderby version.Number descending
            select new { Version = version, Content = content, By = sender.FullName }).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new VersionRow(
            row.Version.Id, row.Version.Number, row.Version.Name, row.Version.Type, row.Version.Size, row.Version.Url, row.By, row.Version.AddedAt,
            new(row.Content?.Scan ?? ScanState.NotScanned, row.Content?.Integrity ?? Integrity.Intact, row.Version.Warning, row.Version.Link, row.Version.LinkRemark, null, null),
            row.Version.LinkCheckedAt))];
    }

    private async Task<IReadOnlyList<UseRow>> UsesAsync(AppDbContext db, Guid itemId, CancellationToken ct)
    {
        var links = await (
            from link in db.EvidenceLinks
            join version in db.EvidenceVersions on link.VersionId equals version.Id
            join sheet in db.Assessments on link.AssessmentId equals sheet.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            where link.ItemId == itemId && link.DetachedAt == null
            orderby period.Year descending, link.QuestionCode
            select new { Link = link, version.Number, period.Year, sheet.Status, sheet.InstrumentVersionId }).AsNoTracking().ToListAsync(ct);
        var rows = new List<UseRow>(links.Count);
        foreach (var use in links)
        {
            // From memory after the first: an instrument is read once per process.
            var question = (await instruments.GetAsync(db, use.InstrumentVersionId, ct)).Question(use.Link.QuestionCode);
            rows.Add(new(
                use.Link.AssessmentId, use.Year, use.Status, use.Link.QuestionCode, question?.Statement ?? "", use.Number,
                EvidenceWords.Place(use.Link.Page, use.Link.Passage), use.Link.Suggestion));
        }

        return rows;
    }
}
