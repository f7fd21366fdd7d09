using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Library;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <param name="EarlierLinkId">The document as it is put forward on last year's sheet.</param>
public sealed record AttachStillValidCommand(Guid AssessmentId, string QuestionCode, Guid EarlierLinkId);

/// <summary>
/// Masih berlaku, pasang: a person says that this document of last year is still valid, and exactly that version is put
/// forward for the same question this year, at the same place in it. It stays marked as last year's.
/// </summary>
public sealed class AttachStillValid(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">The person does not fill in for this sheet's unit, or the document is another unit's.</exception>
    public async Task<Result<EvidenceLink>> ExecuteAsync(AttachStillValidCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var earlier = await EarlierAsync(db, command.EarlierLinkId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Unit.Id) && earlier?.UnitId == sheet.Unit.Id, ct);
        if (await RefusalAsync(db, sheet, command, earlier!, ct) is { } refused)
        {
            return refused;
        }

        var suggestion = sheet.Instrument.Question(command.QuestionCode)!.SuggestedEvidence.Contains(earlier!.Link.Suggestion) ? earlier.Link.Suggestion : "";
        var attached = await EvidenceWriter.AttachAsync(
            db, new(command.AssessmentId, command.QuestionCode, suggestion), earlier.Version, actor, sheet.Now, ct);
        if (attached.Succeeded)
        {
            // The same version: the page and passage are still where they were.
            attached.Value.PointAt(earlier.Link.Page, earlier.Link.Passage);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return attached;
    }

    private static Task<Earlier?> EarlierAsync(AppDbContext db, Guid linkId, CancellationToken ct) => (
        from link in db.EvidenceLinks
        join item in db.EvidenceItems on link.ItemId equals item.Id
        join version in db.EvidenceVersions on link.VersionId equals version.Id
        join sheet in db.Assessments on link.AssessmentId equals sheet.Id
        join period in db.Periods on sheet.PeriodId equals period.Id
        where link.Id == linkId
        select new Earlier(link, item, version, sheet.UnitId, period.Year)).AsNoTracking().SingleOrDefaultAsync(ct);

    private static async Task<Problem?> RefusalAsync(
        AppDbContext db, OpenSheet sheet, AttachStillValidCommand command, Earlier earlier, CancellationToken ct) =>
        sheet.Instrument.Question(command.QuestionCode) is null ? AssessmentProblems.UnknownQuestion
        : sheet.Assessment.MayFill(command.QuestionCode, sheet.Period, sheet.Today).Problem is { } closed ? closed
        : !earlier.Proves(command.QuestionCode, sheet.Period.Year) ? CarryOverProblems.NotOfLastYear
        : earlier.Item.DiscardedAt is not null ? LibraryProblems.Discarded
        : earlier.Item.ValidUntil is { } until && until < sheet.Today.Date ? CarryOverProblems.Expired(until)
        : await IsInfectedAsync(db, earlier.Version, ct) ? LibraryProblems.Infected
        : await IsThereAsync(db, command, earlier.Version, ct) ? EvidenceProblems.AlreadyAttached
        : null;

    private static Task<bool> IsInfectedAsync(AppDbContext db, EvidenceVersion version, CancellationToken ct) =>
        db.EvidenceContents.AnyAsync(content => content.Sha256 == version.Sha256 && content.Scan == ScanState.Infected, ct);

    /// <summary>The same bytes or address are put forward already, under whichever title.</summary>
    private static Task<bool> IsThereAsync(AppDbContext db, AttachStillValidCommand command, EvidenceVersion version, CancellationToken ct) => (
        from link in db.EvidenceLinks
        join shown in db.EvidenceVersions on link.VersionId equals shown.Id
        where link.AssessmentId == command.AssessmentId && link.QuestionCode == command.QuestionCode && link.DetachedAt == null
            && shown.Sha256 == version.Sha256 && shown.Url == version.Url
        select link).AnyAsync(ct);

    private sealed record Earlier(EvidenceLink Link, EvidenceItem Item, EvidenceVersion Version, Guid UnitId, int Year)
    {
        public bool Proves(string questionCode, int thisYear) => Year < thisYear && Link.DetachedAt is null && Link.QuestionCode == questionCode;
    }
}
