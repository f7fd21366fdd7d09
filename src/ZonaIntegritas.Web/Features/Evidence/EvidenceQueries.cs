using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Reads of evidence that several screens share. The caller has checked who asks.</summary>
public static class EvidenceQueries
{
    /// <summary>What is put forward now for the questions of one sheet, in the order it was attached.</summary>
    public static Task<List<EvidenceRow>> OfSheetAsync(AppDbContext db, Guid assessmentId, CancellationToken ct) => (
        from link in db.EvidenceLinks
        join item in db.EvidenceItems on link.ItemId equals item.Id
        join version in db.EvidenceVersions on link.VersionId equals version.Id
        join known in db.EvidenceContents on version.Sha256 equals known.Sha256 into contents
        from content in contents.DefaultIfEmpty()
        join sender in db.Users on link.AttachedBy equals sender.Id
        join sheet in db.Assessments on link.AssessmentId equals sheet.Id
        join period in db.Periods on sheet.PeriodId equals period.Id
        where link.AssessmentId == assessmentId && link.DetachedAt == null
        orderby link.AttachedAt, link.QuestionCode, version.Name, link.Id
        select new EvidenceRow(
            link.Id, link.QuestionCode, item.Id, version.Id, version.Number, item.LatestVersion, item.Title, version.Name,
            version.Type, version.Size, version.Url, link.Page, link.Passage, link.Suggestion, version.Warning,
            content == null ? ScanState.NotScanned : content.Scan, version.Link, version.LinkRemark, item.DocumentDate, item.ValidUntil,
            // The same bytes under any item of this unit; of an address, the same version. Two questions to the
            // database, because with "or" between them it would read every version of the unit for each row.
            (from shown in db.EvidenceVersions
             join other in db.EvidenceLinks on shown.Id equals other.VersionId
             join elsewhere in db.Assessments on other.AssessmentId equals elsewhere.Id
             join earlier in db.Periods on elsewhere.PeriodId equals earlier.Id
             where version.Sha256 != null && shown.UnitId == item.UnitId && shown.Sha256 == version.Sha256 && earlier.Year < period.Year
             select (int?)earlier.Year).Max() ??
            (from other in db.EvidenceLinks
             join elsewhere in db.Assessments on other.AssessmentId equals elsewhere.Id
             join earlier in db.Periods on elsewhere.PeriodId equals earlier.Id
             where other.VersionId == version.Id && earlier.Year < period.Year
             select (int?)earlier.Year).Max(),
            sender.FullName, link.AttachedAt)
        {
            Threat = content == null ? "" : content.Threat,
            LinkCheckedAt = version.LinkCheckedAt,
        })
        .AsNoTracking().ToListAsync(ct);

    /// <summary>Bytes that a unit's files take, each counted once; what only discarded items hold is not counted.</summary>
    public static Task<long> UsedBytesAsync(AppDbContext db, Guid unitId, CancellationToken ct)
    {
        // All of it stands in one index. What was discarded is little, so it is taken off again: asking each file
        // whether its item is still there would read the whole library at every upload.
        var all = db.EvidenceVersions.Where(version => version.UnitId == unitId && version.Sha256 != null);
        var thrown = all.Where(version =>
            db.EvidenceItems.Where(item => item.UnitId == unitId && item.DiscardedAt != null).Select(item => item.Id).Contains(version.ItemId)
            && !all.Any(other => other.Sha256 == version.Sha256 && db.EvidenceItems.Any(item => item.Id == other.ItemId && item.DiscardedAt == null)));
        return db.WorkUnits.Where(unit => unit.Id == unitId).Select(_ =>
            all.Select(version => new { version.Sha256, version.Size }).Distinct().Sum(version => version.Size)
            - thrown.Select(version => new { version.Sha256, version.Size }).Distinct().Sum(version => version.Size)).SingleOrDefaultAsync(ct);
    }
}
