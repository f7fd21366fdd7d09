using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>Batal: ends an upload and forgets what has arrived of it. What has become evidence stays.</summary>
public sealed class CancelUpload(UploadDoor door, UploadKeeper keeper, RunningUploads running)
{
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken ct)
    {
        // Its own piece may still be on the way: the person has ended it.
        var opened = await door.OpenAsync(id, insist: true, ct);
        if (!opened.Succeeded)
        {
            return opened.Problem!;
        }

        using var open = opened.Value;
        if (open.Upload.VersionId is not null)
        {
            return UploadProblems.Finished;
        }

        await keeper.RemoveAsync(id, ct);
        running.Drop(id, open.Entered);
        return Result.Ok;
    }
}
