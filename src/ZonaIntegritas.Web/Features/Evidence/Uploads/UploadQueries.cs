using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <param name="Busy">A piece of it is coming in at this moment, perhaps from another window.</param>
public sealed record UnfinishedUpload(Guid Id, string Name, long Length, long Offset, string? Question, Guid? Item, string Suggestion, bool Busy);

/// <summary>What a screen asks about uploads before and after they run.</summary>
public sealed class UploadQueries(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore store, RunningUploads running, TimeProvider clock)
{
    /// <summary>Bytes that this unit may still add; what is on its way in counts as there.</summary>
    /// <exception cref="ForbiddenException">The person does not fill in for this unit.</exception>
    public async Task<long> RoomAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await authorizer.RequireAsync(db, who => who.MayFill(unitId), ct);
        var taken = await EvidenceQueries.UsedBytesAsync(db, unitId, ct) + await PromisedBytesAsync(db, unitId, clock.GetUtcNow(), ct);
        return Math.Max(0, store.UnitQuotaBytes - taken);
    }

    /// <summary>The person's own uploads that wait for their next piece: of the same sheet, of the same item, or of the library.</summary>
    /// <exception cref="ForbiddenException">The person does not fill in for this unit.</exception>
    public async Task<IReadOnlyList<UnfinishedUpload>> UnfinishedAsync(UploadPurpose purpose, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(purpose.UnitId), ct);
        var waiting = await Unfinished(db, clock.GetUtcNow())
            .Where(upload => upload.OwnerId == actor.UserId && upload.UnitId == purpose.UnitId && upload.AssessmentId == purpose.AssessmentId)
            .Where(upload => purpose.AssessmentId != null || upload.ItemId == purpose.ItemId)
            .OrderBy(upload => upload.Id).AsNoTracking().ToListAsync(ct);
        return [.. waiting.Select(upload => new UnfinishedUpload(
            upload.Id, upload.Name, upload.Length, store.Files.Incoming.LengthOf(upload.Id) ?? 0, upload.QuestionCode, upload.ItemId, upload.Suggestion,
            running.IsBusy(upload.Id)))];
    }

    /// <summary>Bytes that were announced to a unit and have not become evidence yet.</summary>
    public static Task<long> PromisedBytesAsync(AppDbContext db, Guid unitId, DateTimeOffset now, CancellationToken ct) =>
        Unfinished(db, now).Where(upload => upload.UnitId == unitId).SumAsync(upload => upload.Length, ct);

    public static IQueryable<IncomingUpload> Unfinished(AppDbContext db, DateTimeOffset now) =>
        db.IncomingUploads.Where(upload => upload.VersionId == null && upload.ExpiresAt > now);
}
