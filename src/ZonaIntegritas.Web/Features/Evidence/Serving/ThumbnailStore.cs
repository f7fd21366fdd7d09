using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>Thumbnails by the hash of what they show, made when first asked for, few at a time, and kept on disk.</summary>
public sealed class ThumbnailStore(IOptions<StorageOptions> storage, EvidenceStore evidence) : IDisposable
{
    private readonly SemaphoreSlim _making = new(2);

    /// <returns>Null for what has none.</returns>
    public async Task<Stream?> OpenAsync(EvidenceVersion version, CancellationToken ct)
    {
        if (!version.Type.IsImage())
        {
            return null;
        }

        var path = Path.Combine(storage.Value.ThumbnailsFolder, version.Sha256![..2], $"{version.Sha256}-{Thumbnail.Side}.webp");
        if (!File.Exists(path) && !await MakeAsync(version.Sha256!, path, ct))
        {
            return null;
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    public void Dispose() => _making.Dispose();

    private async Task<bool> MakeAsync(string sha256, string path, CancellationToken ct)
    {
        await _making.WaitAsync(ct);
        try
        {
            if (File.Exists(path))
            {
                return true;
            }

            await using var content = evidence.Files.Open(sha256);
            // Off the request's thread, which has others to serve.
            if (await Task.Run(() => Thumbnail.Make(content), ct) is not { } picture)
            {
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var aside = $"{path}.{Guid.CreateVersion7():N}";
            await File.WriteAllBytesAsync(aside, picture, ct);
            File.Move(aside, path, overwrite: true);
            return true;
        }
        finally
        {
            _making.Release();
        }
    }
}
