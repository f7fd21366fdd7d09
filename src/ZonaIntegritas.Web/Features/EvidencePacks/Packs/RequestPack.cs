using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <summary>Buat paket data dukung: one at a time for a sheet, for it takes disk and minutes.</summary>
public sealed class RequestPack(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IssuePaper issue)
{
    /// <returns>The pack's id: the one being made already, or a new one.</returns>
    /// <exception cref="ForbiddenException">There is no such sheet, or it is not this person's to read.</exception>
    public async Task<Guid> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using (var db = await dbFactory.CreateDbContextAsync(ct))
        {
            var unit = await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => (Guid?)sheet.UnitId).SingleOrDefaultAsync(ct);
            await authorizer.RequireAsync(db, who => unit is { } id && who.MaySee(id), ct);
            var running = await db.ReportRequests
                .Where(row => row.Kind == PaperKind.EvidencePack && row.AssessmentId == assessmentId && (row.State == WorkState.Waiting || row.State == WorkState.Running))
                .Select(row => (Guid?)row.Id).FirstOrDefaultAsync(ct);
            if (running is { } known)
            {
                return known;
            }
        }

        return await issue.ExecuteAsync(new(PaperKind.EvidencePack, assessmentId, null, Layer.Unit), "", ct);
    }
}
