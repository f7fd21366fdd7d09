using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>
/// A person has a paper made: a new version each time, kept for ever. Small papers are made while the person waits (a
/// fraction of a second); an evidence pack goes to the background.
/// </summary>
public sealed class IssuePaper(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, MakeReport make, IWorkDispatcher dispatcher, TimeProvider clock)
{
    /// <returns>The paper's id; its row says whether it is ready.</returns>
    /// <exception cref="ForbiddenException">There is no such sheet, or the person may not have this paper made.</exception>
    public async Task<Guid> ExecuteAsync(PaperSubject subject, string inputJson, CancellationToken ct)
    {
        var id = await AddAsync(subject, inputJson, ct);
        if (subject.Kind == PaperKind.EvidencePack)
        {
            dispatcher.MakeReport(id);
        }
        else
        {
            await make.ExecuteAsync(id, ct);
        }

        return id;
    }

    private async Task<Guid> AddAsync(PaperSubject subject, string inputJson, CancellationToken ct) =>
        (await MissingRows.AddAsync(dbFactory, db => OrderAsync(db, subject, inputJson, ct), ct)).Single().Id;

    /// <summary>
    /// Version and key are decided in the transaction that writes them. The key names the version and is unique, so that of
    /// two people at once one looks again and gets the next, whatever the database lets run side by side.
    /// </summary>
    private async Task<List<ReportRequest>> OrderAsync(AppDbContext db, PaperSubject subject, string inputJson, CancellationToken ct)
    {
        var found = await db.Assessments.Where(sheet => sheet.Id == subject.AssessmentId)
            .Join(db.WorkUnits, sheet => sheet.UnitId, unit => unit.Id, (sheet, unit) => new { unit.Id, unit.Zone, sheet.Status })
            .SingleOrDefaultAsync(ct);
        var sheet = found is null ? null : new PaperSheet(found.Id, found.Status);
        var known = subject.AssessmentId is not null || await db.Periods.AnyAsync(period => period.Id == subject.PeriodId, ct);
        var actor = await authorizer.RequireAsync(db, who => known && PaperRights.MayIssue(who, subject.Kind, subject.Layer, sheet), ct);
        var now = clock.GetUtcNow();
        var version = 1 + await db.ReportRequests.CountAsync(
            row => row.Kind == subject.Kind && row.AssessmentId == subject.AssessmentId && row.PeriodId == subject.PeriodId && row.Layer == subject.Layer, ct);
        var key = $"{subject.Kind}:{subject.AssessmentId ?? subject.PeriodId}:{subject.Layer}:v{version}";
        db.Record(now, actor, AuditAction.PaperIssued, new(found?.Id, subject.AssessmentId, Layer: subject.Layer), AuditChange.None, PaperWords.Say(subject.Kind));
        return [new(Guid.CreateVersion7(now), subject, new(key, (found?.Zone ?? IndonesianZone.WIB).Today(now), version, actor.UserId, inputJson), now)];
    }
}
