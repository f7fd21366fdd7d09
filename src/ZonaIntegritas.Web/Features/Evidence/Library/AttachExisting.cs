using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <param name="Suggestion">Which of the question's suggested documents it is; empty when not said.</param>
public sealed record AttachExistingCommand(Guid AssessmentId, string QuestionCode, Guid ItemId, string Suggestion = "");

/// <summary>
/// Pakai berkas yang sudah ada: puts the newest version of one of the unit's documents forward for a question, of
/// whichever period or instrument. Nothing is copied: it stays one document.
/// </summary>
public sealed class AttachExisting(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">The person does not fill in for this sheet's unit, or the document is another unit's.</exception>
    public async Task<Result<EvidenceLink>> ExecuteAsync(AttachExistingCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var item = await db.EvidenceItems.AsNoTracking().SingleOrDefaultAsync(known => known.Id == command.ItemId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Unit.Id) && item?.UnitId == sheet.Unit.Id, ct);
        if (Refusal(sheet, sheet.Instrument.Question(command.QuestionCode), command.Suggestion) is { } refusal)
        {
            return refusal;
        }

        if (item is null or { DiscardedAt: not null })
        {
            return LibraryProblems.Discarded;
        }

        var newest = await db.EvidenceVersions.SingleAsync(version => version.ItemId == item.Id && version.Number == item.LatestVersion, ct);
        if (await db.EvidenceContents.AnyAsync(content => content.Sha256 == newest.Sha256 && content.Scan == ScanState.Infected, ct))
        {
            return LibraryProblems.Infected;
        }

        var attached = await EvidenceWriter.AttachAsync(
            db, new(command.AssessmentId, command.QuestionCode, command.Suggestion), newest, actor, sheet.Now, ct);
        if (attached.Succeeded)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return attached;
    }

    private static Problem? Refusal(OpenSheet sheet, Question? question, string suggestion) =>
        question is null ? AssessmentProblems.UnknownQuestion
        : sheet.Assessment.MayFill(question.Code, sheet.Period, sheet.Today).Problem is { } closed ? closed
        : suggestion.Length > 0 && !question.SuggestedEvidence.Contains(suggestion) ? EvidenceProblems.UnknownSuggestion
        : null;
}
