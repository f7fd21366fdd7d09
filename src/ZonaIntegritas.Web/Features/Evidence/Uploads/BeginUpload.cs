using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>Makes a place for a file that is about to arrive in pieces, unless it can be told now that it is not wanted.</summary>
public sealed class BeginUpload(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, AttachEvidence attach, EvidenceIntake intake, UploadKeeper keeper)
{
    /// <summary>So that nobody fills the disk with files that never arrive whole.</summary>
    public const int MaxUnfinished = 50;

    /// <exception cref="ForbiddenException">The person may not add to this unit, sheet or item.</exception>
    public async Task<Result<IncomingUpload>> ExecuteAsync(UploadPurpose purpose, string? fileName, long length, CancellationToken ct)
    {
        if (await attach.RefusalAsync(purpose, fileName, length, ct) is { } refusal)
        {
            return refusal;
        }

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(purpose.UnitId), ct);
        var now = keeper.Now;
        if (await UploadQueries.Unfinished(db, now).CountAsync(upload => upload.OwnerId == actor.UserId, ct) >= MaxUnfinished)
        {
            return UploadProblems.TooMany(MaxUnfinished);
        }

        if (!await intake.HasRoomAsync(db, purpose.UnitId, length + await UploadQueries.PromisedBytesAsync(db, purpose.UnitId, now, ct), ct))
        {
            return intake.QuotaReached;
        }

        var upload = new IncomingUpload(Guid.CreateVersion7(now), actor.UserId, purpose, EvidenceName.Clean(fileName), length, now, keeper.Lifetime);
        db.IncomingUploads.Add(upload);
        keeper.Files.Begin(upload.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return upload;
    }
}
