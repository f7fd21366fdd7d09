using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>Unduh LKE: the sheet as a workbook, with TPI's columns for whoever sees TPI's judgement; that it left is a line of the trail.</summary>
public sealed class ExportWorkbook(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, LkeBookSource source)
{
    /// <exception cref="ForbiddenException">There is no such sheet, or it is not this person's to read.</exception>
    public async Task<LkeBook> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Unit.Id), ct);
        var seesTpi = actor.SeesTpi(sheet.Unit.Id, sheet.Assessment.Status);
        var book = await source.ReadAsync(db, sheet, seesTpi, ct);
        db.Record(sheet.Now, actor, AuditAction.SheetExported, new(sheet.Unit.Id, assessmentId), AuditChange.None, seesTpi ? "LKE Excel dengan TPI" : "LKE Excel");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return book;
    }
}
