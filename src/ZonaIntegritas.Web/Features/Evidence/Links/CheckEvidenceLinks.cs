using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <param name="Bad">Of those looked at: closed, gone or not public.</param>
public sealed record LinkRound(int Looked, int Bad);

/// <summary>
/// Looks at addresses that are due, so that a dead or locked one is the coordinator's to-do before an evaluator meets
/// it: new ones at once, uncertain ones every hour, bad ones every day, good ones every week.
/// </summary>
public sealed partial class CheckEvidenceLinks(
    IDbContextFactory<AppDbContext> dbFactory, LinkPace pace, TimeProvider clock, ILogger<CheckEvidenceLinks> logger)
{
    /// <summary>Fits into the hour until the next run even when all are on one site.</summary>
    private const int Batch = 300;

    private const int SitesAtOnce = 6;

    /// <summary>A little less than an hour, so that the hourly run finds what the one before left uncertain.</summary>
    private static readonly TimeSpan Uncertain = TimeSpan.FromMinutes(50);

    private static readonly TimeSpan Bad = TimeSpan.FromHours(23);
    private static readonly TimeSpan Good = TimeSpan.FromDays(7);

    private sealed record Due(Guid VersionId, Uri Address);

    /// <returns>What this call looked at: nothing when a round is under way, which then goes round once more.</returns>
    public async Task<LinkRound> ExecuteAsync(CancellationToken ct)
    {
        var all = new LinkRound(0, 0);
        await pace.RunAsync(async () =>
        {
            var round = await RoundAsync(ct);
            all = new(all.Looked + round.Looked, all.Bad + round.Bad);
        });
        return all;
    }

    private async Task<LinkRound> RoundAsync(CancellationToken ct)
    {
        var found = new ConcurrentBag<(Due Link, LinkFinding Finding)>();
        var sites = (await DueAsync(ct)).GroupBy(link => link.Address.IdnHost);
        await Parallel.ForEachAsync(sites, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = ct }, async (site, stop) =>
        {
            foreach (var link in site)
            {
                var finding = await pace.LookAsync(link.Address, stop);
                found.Add((link, finding));
                if (finding.Answered)
                {
                    await WriteAsync(link, finding, stop);
                }
            }
        });

        // Silence is judged last: only now is it known whether anybody answered.
        foreach (var (link, finding) in found.Where(each => !each.Finding.Answered))
        {
            await WriteAsync(link, finding, ct);
        }

        var open = found.Count(each => each.Finding.State == LinkState.Opens);
        Log.Checked(logger, found.Count, open);
        return new(found.Count, found.Count(each => each.Finding.State is LinkState.Dead or LinkState.Locked or LinkState.NotPublic));
    }

    /// <summary>Newest versions, and older ones that still lie before somebody who judges.</summary>
    private async Task<List<Due>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (uncertain, bad, good) = (now - Uncertain, now - Bad, now - Good);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var due = await (
            from version in db.EvidenceVersions
            join item in db.EvidenceItems on version.ItemId equals item.Id
            where version.Url != null && item.DiscardedAt == null
                && (version.Number == item.LatestVersion || db.EvidenceLinks.Any(link => link.VersionId == version.Id && link.DetachedAt == null
                    && db.Assessments.Any(sheet => sheet.Id == link.AssessmentId && !SheetLife.AfterLhe.Contains(sheet.Status))))
                && (version.LinkCheckedAt == null
                    || (version.Link == LinkState.Waiting && version.LinkCheckedAt < uncertain)
                    || (version.Link == LinkState.Opens && version.LinkCheckedAt < good)
                    || (version.Link != LinkState.Waiting && version.Link != LinkState.Opens && version.LinkCheckedAt < bad))
            orderby version.LinkCheckedAt
            select new { version.Id, version.Url })
            .Take(Batch).ToListAsync(ct);
        return [.. due.Select(version => new Due(version.Id, new(version.Url!))).Where(link => !IsOfDemo(link.Address))];
    }

    /// <summary>Such names exist nowhere (RFC 2606) and cannot be added: what the demo says of its links stays.</summary>
    private static bool IsOfDemo(Uri address) => address.IdnHost.EndsWith(".invalid", StringComparison.Ordinal);

    private async Task WriteAsync(Due link, LinkFinding finding, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // Read and written in one: of two processes that find the same, the second sees that it is known.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var version = await db.EvidenceVersions.SingleAsync(each => each.Id == link.VersionId, ct);
        await LinkRecord.TakeAsync(db, version, finding, by: null, clock.GetUtcNow(), pace.LineIsProven, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Looked at {Count} evidence links, {Open} of them open")]
        public static partial void Checked(ILogger logger, int count, int open);
    }
}
