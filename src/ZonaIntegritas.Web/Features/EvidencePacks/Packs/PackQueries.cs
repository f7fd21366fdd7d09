using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <param name="Bytes">Of the files put forward now, each counted once.</param>
public sealed record PackHead(Guid AssessmentId, string Unit, int Year, IndonesianZone Zone, int Documents, long Bytes);

/// <param name="IsThere">Whether it can still be fetched.</param>
/// <param name="MayCancel">It is this person's own, and not made yet.</param>
public sealed record PackRow(
    Guid Id, int Version, WorkState State, int Done, int Steps, long Size, DateTimeOffset RequestedAt, DateTimeOffset? ExpiresAt, string By, string Error, bool IsThere, bool MayCancel);

public sealed record PackView(PackHead Head, RowPage<PackRow> Packs);

public sealed class PackQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, ReportStore store, TimeProvider clock)
{
    /// <param name="page">From 0.</param>
    /// <exception cref="ForbiddenException">There is no such sheet, or it is not this person's to read.</exception>
    public async Task<PackView> LoadAsync(Guid assessmentId, int page, int size, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await (
            from sheet in db.Assessments
            where sheet.Id == assessmentId
            join unit in db.WorkUnits on sheet.UnitId equals unit.Id
            join period in db.Periods on sheet.PeriodId equals period.Id
            select new { unit.Id, unit.Name, unit.Zone, period.Year }).SingleOrDefaultAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => found is not null && who.MaySee(found.Id), ct);
        var files = from link in db.EvidenceLinks
                    where link.AssessmentId == assessmentId && link.DetachedAt == null
                    join version in db.EvidenceVersions on link.VersionId equals version.Id
                    select version;
        var head = new PackHead(
            assessmentId, found!.Name, found.Year, found.Zone, await files.CountAsync(version => version.Type != EvidenceType.Link, ct),
            await files.Where(version => version.Sha256 != null).Select(version => new { version.Sha256, version.Size }).Distinct().SumAsync(version => version.Size, ct));
        var rows = db.ReportRequests.Where(row => row.Kind == PaperKind.EvidencePack && row.AssessmentId == assessmentId);
        return new(head, new(await PageAsync(db, rows, actor.UserId, new(page, size), ct), await rows.CountAsync(ct)));
    }

    private async Task<List<PackRow>> PageAsync(AppDbContext db, IQueryable<ReportRequest> rows, Guid reader, Slice slice, CancellationToken ct)
    {
        var shown = await (
            from row in rows
            join user in db.Users on row.RequestedBy equals (Guid?)user.Id into users
            from user in users.DefaultIfEmpty()
            orderby row.RequestedAt descending, row.Id descending
            select new { Row = row, By = user == null ? "" : user.FullName }).AsNoTracking().Skip(slice.Page * slice.Size).Take(slice.Size).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. shown.Select(each => new PackRow(
            each.Row.Id, each.Row.Version, each.Row.State, each.Row.Done, each.Row.Steps, each.Row.Size, each.Row.RequestedAt, each.Row.ExpiresAt, each.By, each.Row.Error,
            DownloadPack.IsThere(each.Row, store, now), each.Row.RequestedBy == reader && CancelPaper.MayCancel(each.Row.State, each.Row.Kind)))];
    }

    private sealed record Slice(int Page, int Size);
}
