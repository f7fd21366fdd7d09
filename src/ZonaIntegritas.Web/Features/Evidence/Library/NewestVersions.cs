using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>An item with its newest version and what is known of its bytes.</summary>
internal sealed class NewestVersion
{
    public required EvidenceItem Item { get; init; }

    public required EvidenceVersion Version { get; init; }

    /// <summary>Null for a link.</summary>
    public required EvidenceContent? Content { get; init; }

    public required int? EarlierYear { get; init; }

    public EvidenceHealth Health => new(
        Content?.Scan ?? ScanState.NotScanned, Content?.Integrity ?? Integrity.Intact,
        Version.Warning, Version.Link, Version.LinkRemark, Item.ValidUntil, EarlierYear);
}

internal static class NewestVersions
{
    /// <param name="year">Years before this one are earlier.</param>
    public static IQueryable<NewestVersion> Of(AppDbContext db, IQueryable<EvidenceItem> items, int year) =>
        from item in items
        join version in db.EvidenceVersions on new { ItemId = item.Id, Number = item.LatestVersion } equals new { version.ItemId, version.Number }
        join known in db.EvidenceContents on version.Sha256 equals known.Sha256 into contents
        from content in contents.DefaultIfEmpty()
        select new NewestVersion
        {
            Item = item,
            Version = version,
            Content = content,
            // The same bytes under any item of this unit; of an address, the same version. Two questions to the
            // database, because with "or" between them it would read every version of the unit for each row.
            EarlierYear = (
                from shown in db.EvidenceVersions
                join other in db.EvidenceLinks on shown.Id equals other.VersionId
                join elsewhere in db.Assessments on other.AssessmentId equals elsewhere.Id
                join earlier in db.Periods on elsewhere.PeriodId equals earlier.Id
                where version.Sha256 != null && shown.UnitId == item.UnitId && shown.Sha256 == version.Sha256 && earlier.Year < year
                select (int?)earlier.Year).Max() ?? (
                from other in db.EvidenceLinks
                join elsewhere in db.Assessments on other.AssessmentId equals elsewhere.Id
                join earlier in db.Periods on elsewhere.PeriodId equals earlier.Id
                where other.VersionId == version.Id && earlier.Year < year
                select (int?)earlier.Year).Max(),
        };
}
