using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <param name="At">When this version came in.</param>
public sealed record ProofRow(EvidenceRef Evidence, string Measure, DateOnly? DocumentDate, DateTimeOffset At, IReadOnlyList<EvidenceSign> Signs);

/// <param name="Total">Found in all; the rows are the newest of them.</param>
public sealed record ProofList(IReadOnlyList<ProofRow> Rows, int Total, IndonesianZone Zone);

/// <summary>The unit's documents, the newest first, for whoever looks for the one that proves a condition.</summary>
public sealed class ConditionEvidenceQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <summary>As many as are looked through at a glance; a word narrows them.</summary>
    public const int Shown = 8;

    /// <exception cref="ForbiddenException">The person does not fill in this sheet, or there is none.</exception>
    public async Task<ProofList> FindAsync(Guid assessmentId, string? typed, CancellationToken ct)
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
        var newest = await NewestVersions.Of(db, db.EvidenceItems.Where(item => ids.Contains(item.Id)), sheet!.Year).AsNoTracking().ToListAsync(ct);
        var today = sheet.Zone.Today(clock.GetUtcNow());
        return new([.. newest.OrderBy(row => ids.IndexOf(row.Item.Id)).Select(row => RowOf(row, today))], await found.CountAsync(ct), sheet.Zone);
    }

    private static ProofRow RowOf(NewestVersion newest, DateOnly today) => new(
        RecordRows.EvidenceOf(newest.Version, newest.Item.Title, newest.Content),
        EvidenceWords.Measure(newest.Version.Type, newest.Version.Size),
        newest.Item.DocumentDate,
        newest.Version.AddedAt,
        EvidenceSign.Of(newest.Health, today));
}
