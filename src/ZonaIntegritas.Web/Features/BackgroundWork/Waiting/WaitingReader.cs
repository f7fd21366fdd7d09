using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Waiting;

/// <param name="Retrying">Of those that wait: tried before, without success.</param>
/// <param name="Oldest">When the oldest was asked for; null when there is none.</param>
public sealed record WaitingWork(WorkKind Kind, int Waiting, int Running, int Retrying, DateTimeOffset? Oldest)
{
    public bool IsIdle => Waiting + Running == 0;
}

/// <summary>Work of minutes, and how far it is.</summary>
public sealed record RunningWork(Guid Id, string What, int Done, int Steps, DateTimeOffset Since);

/// <summary>What waits or runs at this moment, for the administrators' page, which has asked who reads.</summary>
internal static class WaitingReader
{
    private const int RunningAtMost = 20;

    /// <param name="scans">Whether files wait for a scanner at all.</param>
    public static async Task<IReadOnlyList<WaitingWork>> ReadAsync(AppDbContext db, bool scans, CancellationToken ct)
    {
        List<WaitingWork> rows = [];
        foreach (var kind in (WorkKind[])[WorkKind.Paper, WorkKind.Pack])
        {
            rows.Add(await CountAsync(kind, db.Papers(kind), StoredWorkRows.Asked, ct));
        }

        foreach (var kind in (WorkKind[])[WorkKind.Mail, WorkKind.Webhook])
        {
            rows.Add(await CountAsync(kind, db.Messages(kind), StoredWorkRows.Written, ct));
        }

        var links = db.EvidenceVersions.Where(version => version.Url != null && version.Link == LinkState.Waiting);
        rows.Add(await CountOneStateAsync(WorkKind.LinkCheck, links, version => version.AddedAt, ct));
        if (scans)
        {
            rows.Add(await CountOneStateAsync(WorkKind.Scan, db.EvidenceContents.Where(content => content.Scan == ScanState.Waiting), content => content.StoredAt, ct));
        }

        return rows;
    }

    public static async Task<IReadOnlyList<RunningWork>> RunningAsync(AppDbContext db, CancellationToken ct) => await (
        from row in db.ReportRequests
        where row.State == WorkState.Running
        join sheet in db.Assessments on row.AssessmentId equals (Guid?)sheet.Id into sheets
        from sheet in sheets.DefaultIfEmpty()
        join unit in db.WorkUnits on sheet!.UnitId equals unit.Id into units
        from unit in units.DefaultIfEmpty()
        orderby row.RequestedAt
        select new RunningWork(row.Id, PaperWords.Say(row.Kind) + ", " + (unit == null ? "instansi" : unit.ShortName), row.Done, row.Steps, row.RequestedAt))
        .Take(RunningAtMost).ToListAsync(ct);

    private static async Task<WaitingWork> CountAsync<T>(WorkKind kind, IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> written, CancellationToken ct)
        where T : StoredWork
    {
        var open = rows.Where(row => row.State == WorkState.Waiting || row.State == WorkState.Running);
        var states = await open.GroupBy(row => new { row.State, Tried = row.Tries > 0 }).Select(group => new { group.Key.State, group.Key.Tried, Count = group.Count() }).ToListAsync(ct);
        return new(
            kind,
            states.Where(group => group.State == WorkState.Waiting).Sum(group => group.Count),
            states.Where(group => group.State == WorkState.Running).Sum(group => group.Count),
            states.Where(group => group.State == WorkState.Waiting && group.Tried).Sum(group => group.Count),
            states.Count == 0 ? null : await open.OrderBy(written).Select(written).FirstOrDefaultAsync(ct));
    }

    private static async Task<WaitingWork> CountOneStateAsync<T>(WorkKind kind, IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> written, CancellationToken ct)
    {
        var count = await rows.CountAsync(ct);
        return new(kind, count, 0, 0, count == 0 ? null : await rows.OrderBy(written).Select(written).FirstOrDefaultAsync(ct));
    }
}
