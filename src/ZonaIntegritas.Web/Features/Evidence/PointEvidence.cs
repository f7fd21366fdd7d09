using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <param name="Page">Null for the whole document.</param>
/// <param name="Suggestion">One of the question's suggested documents, or empty.</param>
public sealed record PointEvidenceCommand(Guid LinkId, int? Page, string Passage, string Suggestion);

/// <summary>Tunjuk halaman: says where in a document the proof stands and which suggested document it is, so that nobody reads 80 pages.</summary>
public sealed class PointEvidence(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(PointEvidenceCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var link = await db.EvidenceLinks.SingleOrDefaultAsync(l => l.Id == command.LinkId && l.DetachedAt == null, ct);
        if (link is null)
        {
            return EvidenceProblems.Gone;
        }

        var sheet = await sheets.OpenAsync(db, link.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        if (sheet.Assessment.MayFill(link.QuestionCode, sheet.Period, sheet.Today).Problem is { } closed)
        {
            return closed;
        }

        if (command.Suggestion.Length > 0 && sheet.Instrument.Question(link.QuestionCode)?.SuggestedEvidence.Contains(command.Suggestion) != true)
        {
            return EvidenceProblems.UnknownSuggestion;
        }

        var pointed = link.PointAt(command.Page, command.Passage);
        if (pointed.Succeeded)
        {
            link.Answer(command.Suggestion);
            db.Record(
                sheet.Now, actor.UserId, AuditAction.EvidencePointed,
                new(sheet.Unit.Id, link.AssessmentId, link.QuestionCode, link.ItemId, link.VersionId), link.Page is { } page ? $"hal. {page}" : "");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return pointed;
    }
}
