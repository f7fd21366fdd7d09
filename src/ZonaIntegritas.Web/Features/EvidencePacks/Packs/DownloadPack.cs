using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <param name="Sha256">Names the file in the store.</param>
public sealed record PackFile(string Unit, int Year, int Version, string Sha256);

/// <summary>
/// Decides for each request whether this person gets the pack. A download that begins is a line in the trail; the parts
/// that a broken-off one asks for afterwards are not, as long as there is such a line.
/// </summary>
public sealed class DownloadPack(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, ReportStore store, TimeProvider clock)
{
    private static readonly TimeSpan OneDownload = TimeSpan.FromHours(24);

    /// <param name="begins">False for a later part of a file, and for asking about it only.</param>
    /// <returns>Null for a pack that is not there, not ready, gone or not this person's: an id tells nothing.</returns>
    public async Task<PackFile?> ExecuteAsync(Guid id, bool begins, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var found = await (
            from row in db.ReportRequests
            where row.Id == id && row.Kind == PaperKind.EvidencePack
            join sheet in db.Assessments on row.AssessmentId equals (Guid?)sheet.Id
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            select new { Row = row, UnitId = unit.Id, unit.ShortName, period.Year, sheet.Status, SheetId = sheet.Id }).AsNoTracking().SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();
        if (found is null || !IsThere(found.Row, store, now) || !PaperRights.MayRead(actor, found.Row.Kind, found.Row.Layer, new(found.UnitId, found.Status)))
        {
            return null;
        }

        var what = $"paket data dukung versi {found.Row.Version}";
        if (begins || !await IsRecordedAsync(db, actor, found.SheetId, what, now, ct))
        {
            db.Record(now, actor, AuditAction.SheetExported, new(found.UnitId, found.SheetId), AuditChange.None, what);
            await db.SaveChangesAsync(ct);
        }

        return new(found.ShortName, found.Year, found.Row.Version, found.Row.Sha256!);
    }

    public static bool IsThere(ReportRequest pack, ReportStore store, DateTimeOffset now) =>
        pack is { State: WorkState.Done, RemovedAt: null, Sha256: { } sha256 } && pack.ExpiresAt > now && store.Packs.Exists(sha256);

    private static Task<bool> IsRecordedAsync(AppDbContext db, Actor actor, Guid sheetId, string what, DateTimeOffset now, CancellationToken ct)
    {
        var (by, since) = (actor.UserId, now - OneDownload);
        return db.AuditEntries.AnyAsync(
            entry => entry.AssessmentId == sheetId && entry.Action == AuditAction.SheetExported && entry.By == by && entry.At > since && entry.Note == what, ct);
    }
}
