using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>
/// Batalkan: whoever asked for a paper or a pack no longer wants it. What waits is not begun; a pack under way stops at
/// its next document.
/// </summary>
public sealed class CancelPaper(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public static Problem TooLate { get; } = new(
        "paper.too-late", "Tidak dibatalkan: naskah ini sedang dibuat, atau sudah selesai. Muat ulang halaman untuk melihat keadaannya.");

    /// <exception cref="ForbiddenException">There is no such paper, or another person asked for it.</exception>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var paper = await db.ReportRequests.SingleOrDefaultAsync(row => row.Id == id, ct);
        var actor = await authorizer.RequireAsync(db, who => paper?.RequestedBy == who.UserId, ct);
        if (!MayCancel(paper!.State, paper.Kind))
        {
            return TooLate;
        }

        paper.TakeBack("Dibatalkan oleh yang meminta.");
        var unit = await db.Assessments.Where(sheet => sheet.Id == paper.AssessmentId).Select(sheet => (Guid?)sheet.UnitId).SingleOrDefaultAsync(ct);
        db.Record(clock.GetUtcNow(), actor, AuditAction.WorkWithdrawn, new(unit, paper.AssessmentId, Layer: paper.Layer), AuditChange.None, PaperWords.Say(paper.Kind));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A worker began, or ended, in this very moment.
            return TooLate;
        }
    }

    /// <summary>Small papers take a fraction of a second: once begun they are as good as done.</summary>
    public static bool MayCancel(WorkState state, PaperKind kind) =>
        state == WorkState.Waiting || (state == WorkState.Running && kind == PaperKind.EvidencePack);
}
