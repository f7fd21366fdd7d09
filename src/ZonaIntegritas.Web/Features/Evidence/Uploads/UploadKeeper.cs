using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>Finds the signed-in person's own upload, lets it live on, and takes it away.</summary>
public sealed class UploadKeeper(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore store, IOptions<StorageOptions> options, TimeProvider clock)
{
    public IncomingFiles Files => store.Files.Incoming;

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeSpan Lifetime => TimeSpan.FromHours(options.Value.UploadLifetimeHours);

    /// <returns>A finished one too: whoever did not hear that it was finished asks again.</returns>
    /// <exception cref="ForbiddenException">Nobody is signed in, or the account is closed.</exception>
    public async Task<Result<IncomingUpload>> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        var upload = await db.IncomingUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.OwnerId == actor.UserId, ct);
        return upload is null ? UploadProblems.Unknown
            : upload.VersionId is null && upload.ExpiresAt <= Now ? UploadProblems.Expired
            : upload;
    }

    /// <summary>Bytes that have arrived: all of them once it is finished, and none when its file is gone.</summary>
    public long OffsetOf(IncomingUpload upload) => upload.VersionId is not null ? upload.Length : Files.LengthOf(upload.Id) ?? 0;

    /// <returns>Until when it waits for its next piece.</returns>
    public async Task<DateTimeOffset> ProlongAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var until = Now + Lifetime;
        await db.IncomingUploads.Where(upload => upload.Id == id).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.ExpiresAt, until), ct);
        return until;
    }

    public async Task RemoveAsync(Guid id, CancellationToken ct)
    {
        Files.Delete(id);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await db.IncomingUploads.Where(upload => upload.Id == id).ExecuteDeleteAsync(ct);
    }
}
