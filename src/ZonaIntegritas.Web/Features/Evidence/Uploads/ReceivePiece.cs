using System.Buffers;
using System.Security.Cryptography;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <param name="Offset">Where the sender believes it to begin.</param>
/// <param name="Length">Bytes as announced; null when not.</param>
public sealed record Piece(long Offset, long? Length, PieceChecksum? Checksum, Stream Content);

/// <param name="Written">What it became, when this was the last piece.</param>
public sealed record ReceivedPiece(long Offset, DateTimeOffset? Expires, WrittenEvidence? Written);

/// <summary>
/// Adds one piece to an upload. What arrived stays, however the request ends; only a piece that was received whole and
/// does not have its checksum is cut off again.
/// </summary>
public sealed class ReceivePiece(UploadKeeper keeper, AttachEvidence attach, FinishUpload finish, TimeProvider clock)
{
    /// <summary>Small enough to stay out of the large object heap.</summary>
    private const int BufferBytes = 64 * 1024;

    /// <summary>Slow lines pause; one that brings nothing for so long has to begin its piece again.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>Asks again who, whether and until when: since the last piece the account may be closed, the sheet submitted.</summary>
    public async Task<Problem?> RefusalAsync(IncomingUpload upload, Piece piece, CancellationToken ct)
    {
        if (upload.VersionId is not null)
        {
            return UploadProblems.Finished;
        }

        var offset = keeper.OffsetOf(upload);
        return piece.Offset != offset ? UploadProblems.WrongOffset
            : piece.Length > upload.Length - offset ? UploadProblems.PieceTooLong
            : await attach.RefusalAsync(upload.Purpose, upload.Name, upload.Length, ct);
    }

    /// <exception cref="IOException">The line or the disk ended it.</exception>
    public async Task<Result<ReceivedPiece>> ExecuteAsync(OpenUpload open, Piece piece, CancellationToken ct)
    {
        var (upload, entered) = open;
        if (keeper.Files.LengthOf(upload.Id) is null)
        {
            // Somebody cleaned the folder: the client is told offset 0 and sends it all.
            keeper.Files.Begin(upload.Id);
        }

        var (offset, intact) = (piece.Offset, true);
        try
        {
            await using var file = keeper.Files.Open(upload.Id);
            intact = await AppendAsync(file, entered, piece, upload.Length, ct);
            offset = file.Length;
        }
        finally
        {
            if (keeper.Files.LengthOf(upload.Id) < upload.Length)
            {
                await keeper.ProlongAsync(upload.Id, CancellationToken.None);
            }
        }

        if (!intact)
        {
            return UploadProblems.ChecksumDiffers;
        }

        if (offset < upload.Length)
        {
            return new ReceivedPiece(offset, keeper.Now + keeper.Lifetime, null);
        }

        var written = await finish.ExecuteAsync(open);
        return written.Succeeded ? new ReceivedPiece(offset, null, written.Value) : written.Problem!;
    }

    /// <returns>False when the piece does not have its checksum and was cut off again.</returns>
    private async Task<bool> AppendAsync(FileStream file, RunningUpload entered, Piece piece, long end, CancellationToken ct)
    {
        if (piece.Checksum is not { } checksum)
        {
            await CopyAsync(file, entered, null, piece.Content, end, ct);
            return true;
        }

        using var hash = IncrementalHash.CreateHash(checksum.Algorithm);
        var mark = entered.Mark();
        await CopyAsync(file, entered, hash, piece.Content, end, ct);
        if (CryptographicOperations.FixedTimeEquals(hash.GetCurrentHash(), checksum.Expected))
        {
            mark.Hash.Dispose();
            return true;
        }

        file.SetLength(piece.Offset);
        entered.GoBack(mark);
        return false;
    }

    private async Task CopyAsync(FileStream file, RunningUpload entered, IncrementalHash? hash, Stream content, long end, CancellationToken ct)
    {
        using var pause = new CancellationTokenSource(LongestPause, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, entered.Ending, pause.Token);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var position = file.Length;
            int read;
            while ((read = await content.ReadAsync(buffer.AsMemory(0, BufferBytes), ending.Token)) > 0)
            {
                if (position + read > end)
                {
                    throw new BadHttpRequestException(UploadProblems.PieceTooLong.Message, StatusCodes.Status413PayloadTooLarge);
                }

                await WriteAsync(file, buffer.AsMemory(0, read), position);
                hash?.AppendData(buffer, 0, read);
                entered.Append(buffer.AsSpan(0, read), position);
                position += read;
                pause.CancelAfter(LongestPause);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>All of it or nothing, so that the hash and the file agree when the disk is full.</summary>
    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, long position)
    {
        try
        {
            // Not cancelled by a lost line: what has arrived is kept.
            await file.WriteAsync(bytes, CancellationToken.None);
        }
        catch (IOException)
        {
            file.SetLength(position);
            throw;
        }
    }
}
