using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.BackgroundWork.Failed;

/// <param name="Id">Null for what cannot be acted on one by one.</param>
/// <param name="Since">When it was asked for, or came in.</param>
/// <param name="Reason">Why the last try failed, in words.</param>
public sealed record FailedItem(Guid? Id, string What, DateTimeOffset Since, int Tries, string Reason);

/// <param name="Total">All there are; <paramref name="Items"/> holds the oldest of them.</param>
public sealed record FailedGroup(WorkKind Kind, int Total, IReadOnlyList<FailedItem> Items)
{
    /// <summary>A file that no scanner has seen stays locked: it can be scanned again, never waved through.</summary>
    public bool MaySetAside => Kind != WorkKind.Scan;
}

/// <summary>The dead letters: work that was given up and waits for a person. Read for the administrators' page, which has asked who reads.</summary>
public static class FailedReader
{
    public const int Shown = 20;

    /// <summary>A scanner that is there takes seconds.</summary>
    public static readonly TimeSpan ScanGivenUpAfter = TimeSpan.FromHours(1);

    public static async Task<IReadOnlyList<FailedGroup>> ReadAsync(AppDbContext db, bool scans, DateTimeOffset now, CancellationToken ct)
    {
        List<FailedGroup> groups =
        [
            await PapersAsync(db, WorkKind.Paper, ct), await PapersAsync(db, WorkKind.Pack, ct),
            await MessagesAsync(db, WorkKind.Mail, ct), await MessagesAsync(db, WorkKind.Webhook, ct),
        ];
        if (scans)
        {
            groups.Add(await ScansAsync(db, now, ct));
        }

        return [.. groups.Where(group => group.Total > 0)];
    }

    private static async Task<FailedGroup> PapersAsync(AppDbContext db, WorkKind kind, CancellationToken ct)
    {
        var failed = db.Papers(kind).Where(row => row.State == WorkState.Failed);
        var items = await (
            from row in failed
            join sheet in db.Assessments on row.AssessmentId equals (Guid?)sheet.Id into sheets
            from sheet in sheets.DefaultIfEmpty()
            join unit in db.WorkUnits on sheet!.UnitId equals unit.Id into units
            from unit in units.DefaultIfEmpty()
            orderby row.Id
            select new FailedItem(row.Id, PaperWords.Say(row.Kind) + ", " + (unit == null ? "instansi" : unit.ShortName), row.RequestedAt, row.Tries, row.Error))
            .Take(Shown).ToListAsync(ct);
        return new(kind, await failed.CountAsync(ct), items);
    }

    private static async Task<FailedGroup> MessagesAsync(AppDbContext db, WorkKind kind, CancellationToken ct)
    {
        var failed = db.Messages(kind).Where(row => row.State == WorkState.Failed);
        var items = await (
            from row in failed
            join user in db.Users on row.RecipientId equals user.Id
            orderby row.Id
            select new FailedItem(
                row.Id, (row.Subject == "" ? "Pesan yang belum disusun" : row.Subject) + ", untuk " + user.FullName, row.CreatedAt, row.Tries, row.Error))
            .Take(Shown).ToListAsync(ct);
        return new(kind, await failed.CountAsync(ct), items);
    }

    private static async Task<FailedGroup> ScansAsync(AppDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        const string Reason = "Pemindai tidak menjawab, atau berkas melebihi batasnya. Sampai dipindai, berkas tidak dapat dibuka siapa pun.";
        var since = now - ScanGivenUpAfter;
        var waiting = db.EvidenceContents.Where(content => content.Scan == ScanState.Waiting && content.StoredAt < since);
        var items = await waiting.OrderBy(content => content.StoredAt)
            .Select(content => new
            {
                content.StoredAt,
                Name = db.EvidenceVersions.Where(version => version.Sha256 == content.Sha256).Select(version => version.Name).FirstOrDefault(),
            })
            .Take(Shown).ToListAsync(ct);
        return new(WorkKind.Scan, await waiting.CountAsync(ct), [.. items.Select(item => new FailedItem(null, item.Name ?? "Berkas tanpa nama", item.StoredAt, 0, Reason))]);
    }
}
