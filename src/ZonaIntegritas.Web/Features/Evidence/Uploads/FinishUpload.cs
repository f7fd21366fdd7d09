using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>
/// What follows the last byte: hash, look inside, keep, attach. Also for an upload that was whole when the program
/// died, so that the next request about it finishes it.
/// </summary>
public sealed class FinishUpload(AttachEvidence attach, UploadKeeper keeper, RunningUploads running)
{
    public async Task<Result<WrittenEvidence>> ExecuteAsync(OpenUpload open)
    {
        var (upload, entered) = open;
        // Everything has arrived: whether the sender still listens changes nothing.
        var ct = CancellationToken.None;
        // Not disposed, which would delete it: a full disk or a lost right leaves it to be finished later.
        var received = await keeper.Files.TakeAsync(upload.Id, entered.HashOf(upload.Length), ct);
        var written = await attach.ExecuteAsync(upload.Purpose, upload.Name, received, ct, upload.Id);
        if (!written.Succeeded)
        {
            await keeper.RemoveAsync(upload.Id, ct);
        }

        running.Drop(upload.Id, entered);
        return written;
    }
}
