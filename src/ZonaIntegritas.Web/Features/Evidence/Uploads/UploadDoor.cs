using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>An upload that one request has to itself, as the database knows it since then.</summary>
public sealed record OpenUpload(IncomingUpload Upload, RunningUpload Entered) : IDisposable
{
    public void Dispose() => Entered.Dispose();
}

/// <summary>Lets one request at a time to an upload, and only its owner's.</summary>
public sealed class UploadDoor(UploadKeeper keeper, RunningUploads running)
{
    /// <param name="insist">See <see cref="RunningUploads.EnterAsync"/>.</param>
    /// <exception cref="Identity.ForbiddenException">Nobody is signed in, or the account is closed.</exception>
    public async Task<Result<OpenUpload>> OpenAsync(Guid id, bool insist, CancellationToken ct)
    {
        // Asked before the door, so that somebody else's upload does not even show that it is busy.
        if ((await keeper.FindAsync(id, ct)).Problem is { } unknown)
        {
            return unknown;
        }

        var entered = await running.EnterAsync(id, insist, ct);
        if (entered is null)
        {
            return UploadProblems.Busy;
        }

        try
        {
            // Asked again behind it: the request before may have finished or ended it.
            var found = await keeper.FindAsync(id, ct);
            if (found.Succeeded)
            {
                return new OpenUpload(found.Value, entered);
            }

            running.Drop(id, entered);
            entered.Dispose();
            return found.Problem!;
        }
        catch
        {
            entered.Dispose();
            throw;
        }
    }
}
