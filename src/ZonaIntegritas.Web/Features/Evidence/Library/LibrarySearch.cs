using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;

// In queries ToUpper becomes SQL's upper(), which knows no culture; without it small letters would stand after all others.
#pragma warning disable CA1304, CA1311

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>
/// Which of a unit's documents a filter finds. Small sets (links of a sheet, earlier years' content) are subqueries of
/// their own, so that they are read once and not again for each document. The caller has checked who asks.
/// </summary>
internal sealed class LibrarySearch
{
    private readonly AppDbContext _db;
    private readonly LibraryUnit _unit;
    private readonly IReadOnlyList<Instrument> _instruments;
    private readonly DateOnly _today;

    private LibrarySearch(AppDbContext db, LibraryUnit unit, IReadOnlyList<Instrument> instruments, DateOnly today) =>
        (_db, _unit, _instruments, _today) = (db, unit, instruments, today);

    /// <param name="instruments">Of the unit's sheets.</param>
    /// <param name="today">The date at the unit.</param>
    public static LibrarySearch In(AppDbContext db, LibraryUnit unit, IReadOnlyList<Instrument> instruments, DateOnly today) => new(db, unit, instruments, today);

    /// <summary>What this person may know of: an evaluator, only what was ever put forward.</summary>
    public static IQueryable<EvidenceItem> Visible(AppDbContext db, Actor actor, Guid unitId)
    {
        var items = db.EvidenceItems.AsNoTracking().Where(item => item.UnitId == unitId && item.DiscardedAt == null);
        return actor.Role == Role.Evaluator ? items.Where(item => db.EvidenceLinks.Any(link => link.ItemId == item.Id)) : items;
    }

    public IQueryable<EvidenceItem> Found(IQueryable<EvidenceItem> visible, LibraryFilter filter)
    {
        var items = filter.Kind is { } kind ? visible.Where(item => item.Kind == kind) : visible;
        return Linked(InState(items, filter.State), filter).Containing(_db, filter.Search);
    }

    public static IQueryable<EvidenceItem> Sorted(IQueryable<EvidenceItem> items, LibrarySort sort) => sort switch
    {
        LibrarySort.Newest => items.OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id),
        LibrarySort.Title => items.OrderBy(item => item.Title.ToUpper()).ThenBy(item => item.Id),
        // Those without a date stand last.
        LibrarySort.DocumentDate => items.OrderByDescending(item => item.DocumentDate).ThenByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private IQueryable<EvidenceItem> Linked(IQueryable<EvidenceItem> items, LibraryFilter filter)
    {
        if (filter is { Area: null, Question: null, Year: null })
        {
            return items;
        }

        Guid[] sheets = [.. _unit.Sheets.Where(sheet => filter.Year is null || sheet.Year == filter.Year).Select(sheet => sheet.AssessmentId)];
        var links = _db.EvidenceLinks.Where(link => sheets.Contains(link.AssessmentId) && link.DetachedAt == null);
        if (CodesOf(filter) is { } codes)
        {
            links = links.Where(link => codes.Contains(link.QuestionCode));
        }

        return items.Where(item => links.Select(link => link.ItemId).Contains(item.Id));
    }

    /// <summary>The questions meant; null for all of them.</summary>
    private string[]? CodesOf(LibraryFilter filter) =>
        filter.Question is { } code ? [code]
        : filter.Area is { } area ? [.. _instruments.SelectMany(instrument => instrument.Places)
            .Where(place => place.Path.Any(section => section.Code == area)).Select(place => place.Question.Code).Distinct()]
        : null;

    private IQueryable<EvidenceItem> InState(IQueryable<EvidenceItem> items, LibraryState state)
    {
        var soon = _today.AddDays(EvidenceSign.ExpiringDays);
        return state switch
        {
            LibraryState.All => items,
            LibraryState.Unused => items.Where(item => !_db.EvidenceLinks.Any(link => link.ItemId == item.Id && link.DetachedAt == null)),
            LibraryState.Expiring => items.Where(item => item.ValidUntil >= _today && item.ValidUntil <= soon),
            LibraryState.Expired => items.Where(item => item.ValidUntil < _today),
            LibraryState.FromEarlierYear => FromEarlierYear(items),
            LibraryState.NewestUnused => NewestUnused(items),
            LibraryState.LinkTrouble => WithNewest(items, Versions().Where(version =>
                version.Link == LinkState.Locked || version.Link == LinkState.Dead || version.Link == LinkState.NotPublic)),
            LibraryState.AwaitingScan => WithNewest(items, Holding(content => content.Scan == ScanState.Waiting)),
            LibraryState.Infected => WithNewest(items, Holding(content => content.Scan == ScanState.Infected)),
            LibraryState.FileTrouble => WithNewest(items, Versions().Where(version => version.Warning != ContentWarning.None
                || _db.EvidenceContents.Any(content => content.Sha256 == version.Sha256 && content.Integrity != Integrity.Intact))),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }

    private IQueryable<EvidenceItem> FromEarlierYear(IQueryable<EvidenceItem> items)
    {
        Guid[] earlier = [.. _unit.Sheets.Where(sheet => sheet.Year < _unit.CurrentYear).Select(sheet => sheet.AssessmentId)];
        var shown = from link in _db.EvidenceLinks
                    join version in _db.EvidenceVersions on link.VersionId equals version.Id
                    where earlier.Contains(link.AssessmentId)
                    select version;
        return WithNewest(items, Versions().Where(version =>
            shown.Select(known => known.Id).Contains(version.Id)
            || (version.Sha256 != null && shown.Where(known => known.Sha256 != null).Select(known => known.Sha256).Contains(version.Sha256))));
    }

    private IQueryable<EvidenceItem> NewestUnused(IQueryable<EvidenceItem> items)
    {
        var used = _db.EvidenceLinks.Where(link => link.DetachedAt == null);
        return items.Where(item => item.LatestVersion > 1 && used.Any(link => link.ItemId == item.Id)
            && !used.Any(link => link.ItemId == item.Id
                && _db.EvidenceVersions.Any(version => version.Id == link.VersionId && version.Number == item.LatestVersion)));
    }

    private IQueryable<EvidenceVersion> Versions() => _db.EvidenceVersions.Where(version => version.UnitId == _unit.Id);

    private IQueryable<EvidenceVersion> Holding(System.Linq.Expressions.Expression<Func<EvidenceContent, bool>> what) =>
        from version in Versions()
        join content in _db.EvidenceContents.Where(what) on version.Sha256 equals content.Sha256
        select version;

    private static IQueryable<EvidenceItem> WithNewest(IQueryable<EvidenceItem> items, IQueryable<EvidenceVersion> versions) =>
        from item in items
        join version in versions on new { ItemId = item.Id, Number = item.LatestVersion } equals new { version.ItemId, version.Number }
        select item;
}
