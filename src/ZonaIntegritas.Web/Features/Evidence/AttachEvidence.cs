using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>
/// Unggah: keeps a file that has arrived whole, as a new item or a new version, and puts it forward for its question.
/// Whoever receives files asks <see cref="RefusalAsync"/> first, so that nobody sends 250 MB to be told no.
/// </summary>
public sealed class AttachEvidence(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, EvidenceWriter writer, EvidenceIntake intake)
{
    /// <summary>Why this file is not wanted, by what is known before its first byte; null when it may come.</summary>
    /// <exception cref="ForbiddenException">The person may not add to this unit, sheet or item.</exception>
    public async Task<Problem?> RefusalAsync(UploadPurpose purpose, string? fileName, long? announcedBytes, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await RequireAsync(db, purpose, ct);
        return await ClosedAsync(db, purpose, ct)
            ?? intake.ProblemOf(EvidenceName.Clean(fileName), announcedBytes)
            ?? (await intake.HasRoomAsync(db, purpose.UnitId, announcedBytes ?? 0, ct) ? null : intake.QuotaReached);
    }

    /// <summary>Asks again who and when: minutes may have passed while the file came in. The received file stays the caller's to dispose.</summary>
    /// <param name="uploadId">The upload that it arrived by: finished in the same transaction, so that it counts once.</param>
    /// <exception cref="ForbiddenException">The person may not, or may no longer.</exception>
    public async Task<Result<WrittenEvidence>> ExecuteAsync(
        UploadPurpose purpose, string? fileName, ReceivedFile received, CancellationToken ct, Guid? uploadId = null)
    {
        var name = EvidenceName.Clean(fileName);
        if (intake.ProblemOf(name, received.Size) is { } unwanted)
        {
            return unwanted;
        }

        var inspected = EvidenceIntake.Inspect(received, name);
        return inspected.Succeeded ? await KeepAsync(purpose, inspected.Value, received, uploadId, ct) : inspected.Problem!;
    }

    private async Task<Result<WrittenEvidence>> KeepAsync(UploadPurpose purpose, NewContent content, ReceivedFile received, Guid? uploadId, CancellationToken ct)
    {
        using var activity = Measures.Source.StartActivity("take in upload");
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await RequireAsync(db, purpose, ct);
        if (await ClosedAsync(db, purpose, ct) is { } closed)
        {
            return closed;
        }

        if (!await intake.HasRoomAsync(db, purpose.UnitId, content.Size, ct))
        {
            return intake.QuotaReached;
        }

        var written = await writer.WriteAsync(db, purpose, content, actor, intake.Now, ct);
        if (written.Succeeded)
        {
            (await db.IncomingUploads.FindAsync([uploadId], ct))?.Finish(written.Value.Version.Id);
            await db.SaveChangesAsync(ct);
            // First the file, then the row: a crash between them leaves an unused file, never a row without one.
            intake.Keep(received);
            await transaction.CommitAsync(ct);
            intake.SayArrived(content);
        }

        return written;
    }

    private Task<Actor> RequireAsync(AppDbContext db, UploadPurpose purpose, CancellationToken ct) => UploadGate.RequireAsync(db, authorizer, purpose, ct);

    private Task<Problem?> ClosedAsync(AppDbContext db, UploadPurpose purpose, CancellationToken ct) => UploadGate.ClosedAsync(db, sheets, purpose, ct);
}
