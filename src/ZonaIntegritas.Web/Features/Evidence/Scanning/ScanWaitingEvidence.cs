using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>
/// Has every file scanned that waits for it, and by and by those that came in before there was a scanner: they stay
/// served meanwhile, or switching it on would take the evidence of a running review away. Without a scanner nothing
/// waits: whoever removes it must not lock files for ever.
/// </summary>
public sealed partial class ScanWaitingEvidence(
    IDbContextFactory<AppDbContext> dbFactory, EvidenceStore store, ClamdClient scanner, TimeProvider clock, ILogger<ScanWaitingEvidence> logger)
{
    private const int AtATime = 100;

    public async Task ExecuteAsync(CancellationToken ct)
    {
        if (!store.ScansFiles)
        {
            await ReleaseAsync(ct);
            return;
        }

        // What fails is for the next round, and holds up nothing in this one.
        var failed = new HashSet<string>(StringComparer.Ordinal);
        while (await NextAsync(failed, ct) is { Count: > 0 } hashes && await ScanAsync(hashes, failed, ct))
        {
        }
    }

    /// <summary>The oldest that wait; when none does, the oldest from before there was a scanner.</summary>
    private async Task<List<string>> NextAsync(HashSet<string> failed, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var state in (ScanState[])[ScanState.Waiting, ScanState.NotScanned])
        {
            var hashes = await db.EvidenceContents.Where(content => content.Scan == state).OrderBy(content => content.StoredAt)
                .Select(content => content.Sha256).Take(AtATime + failed.Count).ToListAsync(ct);
            hashes.RemoveAll(failed.Contains);
            if (hashes.Count > 0)
            {
                return hashes;
            }
        }

        return [];
    }

    /// <returns>False when the scanner is not there.</returns>
    private async Task<bool> ScanAsync(List<string> hashes, HashSet<string> failed, CancellationToken ct)
    {
        if (!await scanner.IsThereAsync(ct))
        {
            Log.Down(logger, hashes.Count);
            return false;
        }

        foreach (var sha256 in hashes)
        {
            var answer = await AnswerAsync(sha256, ct);
            if (answer.Outcome != ScanOutcome.NoAnswer)
            {
                await SettleAsync(sha256, answer, ct);
                continue;
            }

            failed.Add(sha256);
            Log.Failed(logger, sha256, answer.Detail);
            // One file that it cannot take, such as one over its limit, must not hold up the others.
            if (!await scanner.IsThereAsync(ct))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<ScanAnswer> AnswerAsync(string sha256, CancellationToken ct)
    {
        try
        {
            await using var file = store.Files.Open(sha256);
            return await scanner.ScanAsync(file, ct);
        }
        catch (IOException error)
        {
            return new(ScanOutcome.NoAnswer, error.GetType().Name);
        }
    }

    private async Task SettleAsync(string sha256, ScanAnswer answer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var content = await db.EvidenceContents.SingleAsync(c => c.Sha256 == sha256, ct);
        if (answer.Outcome == ScanOutcome.Clean)
        {
            content.TakeScan(ScanState.Clean, "");
        }
        else
        {
            var threat = answer.Detail[..Math.Min(answer.Detail.Length, EvidenceContent.ThreatMaxLength)];
            content.TakeScan(ScanState.Infected, threat);
            await RecordAsync(db, sha256, $"terinfeksi: {threat}", ct);
            Log.Infected(logger, sha256, threat);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Serves what waited for a scanner that was taken away. It counts as not scanned and is scanned when there is one again.</summary>
    private async Task ReleaseAsync(CancellationToken ct)
    {
        List<EvidenceContent> waiting;
        do
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            waiting = await db.EvidenceContents.Where(content => content.Scan == ScanState.Waiting).OrderBy(content => content.Sha256).Take(AtATime).ToListAsync(ct);
            foreach (var content in waiting)
            {
                content.TakeScan(ScanState.NotScanned, "");
                await RecordAsync(db, content.Sha256, "tidak dipindai: pemindai dimatikan", ct);
            }

            await db.SaveChangesAsync(ct);
            if (waiting.Count > 0)
            {
                Log.Released(logger, waiting.Count);
            }
        }
        while (waiting.Count == AtATime);
    }

    private async Task RecordAsync(AppDbContext db, string sha256, string note, CancellationToken ct)
    {
        foreach (var version in await db.EvidenceVersions.Where(v => v.Sha256 == sha256).Select(v => new { v.Id, v.ItemId, v.UnitId }).ToListAsync(ct))
        {
            db.Record(clock.GetUtcNow(), null, AuditAction.EvidenceScanned, new(version.UnitId, ItemId: version.ItemId, VersionId: version.Id), note);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner (Storage:ScannerAddress) does not answer; {Count} files or more wait")]
        public static partial void Down(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "File {Sha256} was not scanned: {Reason}. Over a size limit: raise StreamMaxLength in clamd.conf")]
        public static partial void Failed(ILogger logger, string sha256, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "File {Sha256} is infected and no longer served: {Threat}")]
        public static partial void Infected(ILogger logger, string sha256, string threat);

        [LoggerMessage(Level = LogLevel.Warning, Message = "No scanner is set up (Storage:ScannerAddress): {Count} files that waited for one are served without a scan")]
        public static partial void Released(ILogger logger, int count);
    }
}
