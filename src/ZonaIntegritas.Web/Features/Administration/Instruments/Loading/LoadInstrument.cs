using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

/// <summary>What came of a file that was handed in.</summary>
/// <param name="Version">What is loaded now; null when the file has faults.</param>
/// <param name="WasThere">The same bytes were loaded earlier, so nothing changed.</param>
/// <param name="Faults">Every fault of the file; then nothing of it is stored.</param>
public sealed record InstrumentLoading(LoadedVersion? Version, bool WasThere, IReadOnlyList<string> Faults);

/// <summary>Muat instrumen: a file becomes a version that never changes again, byte for byte. It is not used by anything yet.</summary>
public sealed partial class LoadInstrument(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock, ILogger<LoadInstrument> logger)
{
    public const int MaxMegabytes = 2;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Before a file is taken at all; refused as the loading itself is.</summary>
    public async Task<Result> BeginAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        return Result.Ok;
    }

    public async Task<Result<InstrumentLoading>> ExecuteAsync(byte[] file, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var text = TextOf(file);
        if (text.Problem is { } unreadable)
        {
            return unreadable;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        if (await db.InstrumentVersions.AsNoTracking().FirstOrDefaultAsync(known => known.Sha256 == sha256, ct) is { } same)
        {
            return new InstrumentLoading(Row(same), true, []);
        }

        var reading = InstrumentFile.Read(file);
        var faults = reading.Instrument is { } read ? StorageFaults.Of(read) : reading.Faults;
        if (faults.Count > 0)
        {
            return new InstrumentLoading(null, false, faults);
        }

        var title = reading.Instrument!.Title;
        if (await db.InstrumentVersions.AnyAsync(known => known.InstrumentId == title.Id && known.Version == title.Version, ct))
        {
            return InstrumentProblems.VersionTaken(title.Id, title.Version);
        }

        var now = clock.GetUtcNow();
        var version = new InstrumentVersion(Guid.CreateVersion7(now), title.Id, title.Version, title.Name, text.Value, sha256, now);
        db.InstrumentVersions.Add(version);
        db.Record(now, actor, AuditAction.InstrumentLoaded, new(), new(null, $"{title.Id} versi {title.Version}"), sha256);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Loaded(logger, version.Id, title.Id, title.Version, actor.UserId);
        return new InstrumentLoading(Row(version), false, []);
    }

    // Kept as text, so only what comes out as the very same bytes may go in.
    private static Result<string> TextOf(byte[] file)
    {
        if (file.Length is 0 or > MaxBytes)
        {
            return file.Length == 0 ? InstrumentProblems.EmptyFile : InstrumentProblems.TooLarge(MaxMegabytes);
        }

        try
        {
            return Strict.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return InstrumentProblems.NotText;
        }
    }

    private static LoadedVersion Row(InstrumentVersion version) =>
        new(version.Id, version.InstrumentId, version.Version, version.Name, version.Sha256, version.LoadedAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Instrument version {VersionId} ({InstrumentId} {Version}) loaded by {ActorId}")]
        public static partial void Loaded(ILogger logger, Guid versionId, string instrumentId, string version, Guid actorId);
    }
}
