using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>A document of the unit that could be put forward for a question.</summary>
/// <param name="IsAttached">It already is, in whichever version.</param>
/// <param name="Health">Its year is measured against the sheet's.</param>
public sealed record PickRow(
    Guid ItemId, string Title, string FileName, EvidenceType Type, long Size, DateOnly? DocumentDate, DateTimeOffset At, bool IsAttached, EvidenceHealth Health);

/// <param name="Total">Found in all; the rows are the newest of them.</param>
public sealed record PickList(IReadOnlyList<PickRow> Rows, int Total, IndonesianZone Zone, DateOnly Today);

/// <summary>The unit's documents, the newest first, for whoever looks for one that is already there.</summary>
public sealed class PickQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <summary>As many as are looked through at a glance; a word narrows them.</summary>
    public const int Shown = 8;

    /// <exception cref="ForbiddenException">The person does not fill in this sheet, or there is none.</exception>
    public async Task<PickList> FindAsync(Guid assessmentId, string code, string? typed, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await (
            from assessment in db.Assessments
            join unit in db.WorkUnits on assessment.UnitId equals unit.Id
            join period in db.Periods on assessment.PeriodId equals period.Id
            where assessment.Id == assessmentId
            select new { assessment.UnitId, unit.Zone, period.Year }).SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => sheet is not null && who.MayFill(sheet.UnitId), ct);
        var found = db.EvidenceItems.Where(item => item.UnitId == sheet!.UnitId && item.DiscardedAt == null).Containing(db, typed);
        // First the few ids, then all that is shown of them.
        var ids = await found.OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id).Select(item => item.Id).Take(Shown).ToListAsync(ct);
        var attached = db.EvidenceLinks.Where(link => link.AssessmentId == assessmentId && link.QuestionCode == code && link.DetachedAt == null);
        var rows = await (
            from newest in NewestVersions.Of(db, db.EvidenceItems.Where(item => ids.Contains(item.Id)), sheet!.Year)
            orderby newest.Item.CreatedAt descending, newest.Item.Id descending
            select new { Newest = newest, IsAttached = attached.Any(link => link.ItemId == newest.Item.Id) })
            .AsNoTracking().ToListAsync(ct);
        return new(
            [.. rows.Select(row => RowOf(row.Newest, row.IsAttached))], await found.CountAsync(ct), sheet.Zone, sheet.Zone.Today(clock.GetUtcNow()));
    }

    private static PickRow RowOf(NewestVersion newest, bool isAttached) => new(
        newest.Item.Id, newest.Item.Title, newest.Version.Name, newest.Version.Type, newest.Version.Size,
        newest.Item.DocumentDate, newest.Version.AddedAt, isAttached, newest.Health);
}
