using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>The library of one unit, page by page. Reads the page's ids first and then its rows: sorting wide rows costs far more.</summary>
public sealed class LibraryQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    /// <param name="unitId">Null for the reader's own unit.</param>
    /// <returns>Null when no unit was named and the reader has none of the own: one has to be chosen.</returns>
    /// <exception cref="ForbiddenException">The reader may not see this unit, or there is none.</exception>
    public async Task<LibraryView?> PageAsync(Guid? unitId, LibraryFilter filter, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => unitId is null || who.MaySee(unitId.Value), ct);
        var own = actor.Role is Role.Koordinator or Role.Pimpinan ? actor.UnitId : null;
        return (unitId ?? own) is { } shown ? await PageAsync(db, actor, shown, filter, ct) : null;
    }

    private async Task<LibraryView> PageAsync(AppDbContext db, Actor actor, Guid unitId, LibraryFilter filter, CancellationToken ct)
    {
        var (now, visible) = (clock.GetUtcNow(), LibrarySearch.Visible(db, actor, unitId));
        var unit = await LibraryUnit.OpenAsync(db, unitId, ct);
        var today = unit.Zone.Today(now);
        var used = await InstrumentsAsync(db, unit, ct);
        var found = LibrarySearch.In(db, unit, used, today).Found(visible, filter);
        var ids = await LibrarySearch.Sorted(found, filter.Sort)
            .Select(item => item.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * LibraryFilter.Size).Take(LibraryFilter.Size)
            .ToListAsync(ct);
        return new(
            unit, actor.UnitId == unitId, actor.MayFill(unitId), await SumsAsync(db, unitId, found, visible, today, ct), await RowsAsync(db, ids, unit.CurrentYear, ct),
            actor.Role == Role.Evaluator ? null : await EvidenceQueries.UsedBytesAsync(db, unitId, ct),
            used is [var newest, ..] ? AreasOf(newest) : [], today);
    }

    /// <summary>In one command, as parts of the unit's one row.</summary>
    private static Task<LibrarySums> SumsAsync(
        AppDbContext db, Guid unitId, IQueryable<EvidenceItem> found, IQueryable<EvidenceItem> visible, DateOnly today, CancellationToken ct)
    {
        var soon = today.AddDays(EvidenceSign.ExpiringDays);
        return db.WorkUnits.Where(unit => unit.Id == unitId).Select(_ => new LibrarySums(
            found.Count(),
            visible.Count(item => item.ValidUntil >= today && item.ValidUntil <= soon),
            visible.Count(item => item.ValidUntil < today))).SingleAsync(ct);
    }

    private static async Task<IReadOnlyList<LibraryRow>> RowsAsync(AppDbContext db, List<Guid> ids, int year, CancellationToken ct)
    {
        var links = db.EvidenceLinks.Where(link => link.DetachedAt == null);
        var rows = await (
            from newest in NewestVersions.Of(db, db.EvidenceItems.Where(item => ids.Contains(item.Id)), year)
            join sender in db.Users on newest.Version.AddedBy equals sender.Id
            select new
            {
                Newest = newest,
                By = sender.FullName,
                Uses = links.Count(link => link.ItemId == newest.Item.Id),
                NewestIsUsed = links.Any(link => link.VersionId == newest.Version.Id),
            })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => RowOf(row.Newest, row.By, row.Uses, row.NewestIsUsed)).OrderBy(row => ids.IndexOf(row.ItemId))];
    }

    private static LibraryRow RowOf(NewestVersion newest, string by, int uses, bool newestIsUsed) => new(
        newest.Item.Id, newest.Item.Title, newest.Item.Kind, newest.Item.LetterNumber, newest.Item.DocumentDate,
        newest.Version.Number, newest.Version.Name, newest.Version.Type, newest.Version.Size, by, newest.Version.AddedAt,
        uses, newestIsUsed, newest.Health);

    /// <summary>Of the unit's sheets, the newest first; from memory after the first time.</summary>
    private async Task<IReadOnlyList<Instrument>> InstrumentsAsync(AppDbContext db, LibraryUnit unit, CancellationToken ct)
    {
        var found = new List<Instrument>();
        foreach (var version in unit.Sheets.Select(sheet => sheet.InstrumentVersionId).Distinct())
        {
            found.Add(await instruments.GetAsync(db, version, ct));
        }

        return found;
    }

    private static IReadOnlyList<LibraryArea> AreasOf(Instrument instrument) =>
    [
        .. instrument.Places.GroupBy(place => place.Area)
            .Select(places => new LibraryArea(places.Key.Code, places.Key.Name, [.. places.Select(place => place.Question.Code)])),
    ];
}
