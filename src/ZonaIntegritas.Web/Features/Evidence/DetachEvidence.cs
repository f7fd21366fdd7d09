using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Lepas: takes a file off a question. The file and the fact that it was there are kept.</summary>
public sealed class DetachEvidence(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var link = await db.EvidenceLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.DetachedAt == null, ct);
        if (link is null)
        {
            return EvidenceProblems.Gone;
        }

        var sheet = await sheets.OpenAsync(db, link.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        var allowed = sheet.Assessment.MayFill(link.QuestionCode, sheet.Period, sheet.Today);
        if (allowed.Succeeded)
        {
            link.Detach(actor.UserId, sheet.Now);
            db.Record(
                sheet.Now, actor.UserId, AuditAction.EvidenceDetached,
                new(sheet.Unit.Id, link.AssessmentId, link.QuestionCode, link.ItemId, link.VersionId));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return allowed;
    }
}
