using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// Hashes what is stored again and holds it against what came in. What it finds stands on the content's row, once in
/// the trail of each document concerned, and in the log as an error.
/// </summary>
public sealed partial class VerifyEvidence(IDbContextFactory<AppDbContext> dbFactory, EvidenceStore store, TimeProvider clock, ILogger<VerifyEvidence> logger)
{
    private const int AtATime = 100;

    /// <summary>A night's part ends before the day begins; what is left is the oldest, and first, in the next night.</summary>
    public static readonly TimeSpan NightLimit = TimeSpan.FromHours(4);

    /// <summary>So that a restart on the same day does not take the same part again, and seven nights see everything.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromDays(6);

    /// <summary>A file is moved into place a moment before its row is committed.</summary>
    private static readonly TimeSpan UnknownAfter = TimeSpan.FromHours(1);

    /// <summary>A night's part: a seventh of all, the longest unseen first.</summary>
    public async Task<Verification> ExecuteAsync(CancellationToken ct)
    {
        var (begun, run) = (clock.GetUtcNow(), new Run());
        await using var count = await dbFactory.CreateDbContextAsync(ct);
        for (var left = (await count.EvidenceContents.LongCountAsync(ct) + 6) / 7; left > 0 && clock.GetUtcNow() - begun < NightLimit; left -= AtATime)
        {
            var due = begun - FreshFor;
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            // What cannot be read stays among the oldest, and must not be looked at all night.
            var unreadable = run.Faults.Count(found => found.Fault == KeepingFault.Unreadable);
            var part = await db.EvidenceContents.Where(content => content.VerifiedAt < due).OrderBy(content => content.VerifiedAt).ThenBy(content => content.Sha256)
                .Skip(unreadable).Take((int)Math.Min(left, AtATime)).ToListAsync(ct);
            await VerifyAsync(db, part, run, ct);
        }

        Log.Verified(logger, run.Files, run.Bytes, run.Faults.Count);
        return run.Outcome;
    }

    /// <summary>Everything that a row names, then everything on disk that none does.</summary>
    public async Task<Verification> VerifyAllAsync(CancellationToken ct)
    {
        var (run, last) = (new Run(), "");
        while (true)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var page = await db.EvidenceContents.Where(content => string.Compare(content.Sha256, last) > 0).OrderBy(content => content.Sha256).Take(AtATime).ToListAsync(ct);
            if (page.Count == 0)
            {
                break;
            }

            await VerifyAsync(db, page, run, ct);
            last = page[^1].Sha256;
        }

        await FindUnknownAsync(run, ct);
        return run.Outcome;
    }

    private async Task VerifyAsync(AppDbContext db, List<EvidenceContent> contents, Run run, CancellationToken ct)
    {
        foreach (var content in contents)
        {
            var fault = await LookAsync(content, ct);
            run.Take(content, fault);
            if (fault is null || fault.Value.ToIntegrity() is not null)
            {
                await SettleAsync(db, content, fault?.ToIntegrity() ?? Integrity.Intact, ct);
            }

            if (fault is { } found)
            {
                Log.Broken(logger, content.Sha256, found);
            }
        }
    }

    private async Task<KeepingFault?> LookAsync(EvidenceContent content, CancellationToken ct)
    {
        try
        {
            await using var file = store.Files.Open(content.Sha256);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == content.Sha256 ? null : KeepingFault.Changed;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return KeepingFault.Missing;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return KeepingFault.Unreadable;
        }
    }

    private async Task SettleAsync(AppDbContext db, EvidenceContent content, Integrity found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Decided in the database: of two that find the same, one writes it into the trail.
        var isNews = await db.EvidenceContents.Where(row => row.Sha256 == content.Sha256 && row.Integrity != found)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Integrity, found), ct) > 0;
        if (isNews && found != Integrity.Intact)
        {
            var versions = await db.EvidenceVersions.Where(v => v.Sha256 == content.Sha256).Select(v => new { v.Id, v.ItemId, v.UnitId }).ToListAsync(ct);
            foreach (var version in versions)
            {
                db.Record(
                    now, null, AuditAction.EvidenceFoundBroken, new(version.UnitId, ItemId: version.ItemId, VersionId: version.Id),
                    found == Integrity.Missing ? "berkas hilang dari penyimpanan" : "isi berkas berubah di penyimpanan");
            }
        }

        content.TakeVerification(found, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task FindUnknownAsync(Run run, CancellationToken ct)
    {
        var settled = clock.GetUtcNow() - UnknownAfter;
        foreach (var files in store.Files.Stored().Where(file => file.WrittenAt < settled).Select(file => file.Place).Chunk(AtATime))
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var names = files.Select(place => Path.GetFileName(place)).ToList();
            var known = await db.EvidenceContents.Where(content => names.Contains(content.Sha256)).Select(content => content.Sha256).ToListAsync(ct);
            var places = known.Select(FileStore.PlaceOf).ToHashSet(StringComparer.Ordinal);
            run.Faults.AddRange(files.Where(place => !places.Contains(place)).Select(place => new FoundFault(KeepingFault.Unknown, place)));
        }
    }

    private sealed class Run
    {
        public long Files { get; private set; }

        public long Bytes { get; private set; }

        public List<FoundFault> Faults { get; } = [];

        public Verification Outcome => new(Files, Bytes, Faults);

        public void Take(EvidenceContent content, KeepingFault? fault)
        {
            (Files, Bytes) = (Files + 1, Bytes + content.Size);
            if (fault is { } found)
            {
                Faults.Add(new(found, FileStore.PlaceOf(content.Sha256)));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Evidence {Sha256} is {Fault} in the store; restore it from a backup")]
        public static partial void Broken(ILogger logger, string sha256, KeepingFault fault);

        [LoggerMessage(Level = LogLevel.Information, Message = "Hashed {Files} evidence files again ({Bytes} bytes), {Faults} faults")]
        public static partial void Verified(ILogger logger, long files, long bytes, int faults);
    }
}
