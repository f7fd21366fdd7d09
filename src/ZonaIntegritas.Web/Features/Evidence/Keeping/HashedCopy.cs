using System.Buffers;
using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>What was copied: the hash is of the bytes that were written.</summary>
public sealed record CopiedFile(string Path, long Bytes, string Sha256);

/// <summary>Copies and hashes in one pass.</summary>
internal static class HashedCopy
{
    private const int BufferBytes = 256 * 1024;

    /// <param name="path">Below <paramref name="folder"/>, with forward slashes.</param>
    public static async Task<CopiedFile> WriteAsync(Stream source, string folder, string path, CancellationToken ct)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, ct)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new(path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static async Task<CopiedFile> WriteAsync(string source, string folder, string path, CancellationToken ct)
    {
        await using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, useAsync: true);
        return await WriteAsync(file, folder, path, ct);
    }

    public static async Task<CopiedFile> LookAsync(string folder, string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(folder, path));
        return new(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
    }
}
