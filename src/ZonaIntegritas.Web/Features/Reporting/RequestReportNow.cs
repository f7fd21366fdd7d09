using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>A person asks for today's report of a sheet: the one that is there, or a new one.</summary>
public sealed class RequestReportNow(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, IWorkDispatcher dispatcher, TimeProvider clock)
{
    /// <returns>The report's id; its row says when it is ready.</returns>
    public async Task<Guid> ExecuteAsync(Guid assessmentId, Layer layer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unit = await db.Assessments.Where(a => a.Id == assessmentId)
            .Join(db.WorkUnits, sheet => sheet.UnitId, found => found.Id, (_, found) => new { found.Id, found.Zone })
            .SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => unit is not null && who.MaySee(unit.Id), ct);
        var now = clock.GetUtcNow();
        var day = unit!.Zone.Today(now);
        var added = await MissingRows.AddAsync<ReportRequest>(dbFactory, async fresh =>
            await Of(fresh).AnyAsync(ct) ? [] : [ReportRequest.Progress(Guid.CreateVersion7(now), assessmentId, layer, day, now)], ct);
        if (added is [var request])
        {
            dispatcher.MakeReport(request.Id);
            return request.Id;
        }

        return await ReviveAsync(db, await Of(db).SingleAsync(ct), ct);

        IQueryable<ReportRequest> Of(AppDbContext context) =>
            context.ReportRequests.Where(row => row.Key == ReportRequest.ProgressKey(assessmentId, layer, day));
    }

    /// <summary>Asking again for a report that failed is how a person says "try again".</summary>
    private async Task<Guid> ReviveAsync(AppDbContext db, ReportRequest request, CancellationToken ct)
    {
        if (request.State == WorkState.Failed)
        {
            request.TryAgain();
            await db.SaveChangesAsync(ct);
            dispatcher.MakeReport(request.Id);
        }

        return request.Id;
    }
}
