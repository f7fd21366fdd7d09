using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>The files of a backup while it is being made, and the list of them.</summary>
internal sealed class BackupContent(string folder) : IAsyncDisposable
{
    private readonly StreamWriter _list = new(new FileStream(Path.Combine(folder, BackupManifest.ListName), FileMode.CreateNew)) { NewLine = "\n" };

    public FileTotal Total { get; private set; } = FileTotal.None;

    /// <summary>What was missing or changed already; the backup of everything else must not wait for it.</summary>
    public List<BrokenFile> Broken { get; } = [];

    /// <summary>Files that lie in a <see cref="FileStore"/>, by the hashes that the copied database names.</summary>
    public async Task AddStoredAsync(IEnumerable<StoredFile> files, string from, string to, CancellationToken ct)
    {
        foreach (var file in files)
        {
            var place = FileStore.PlaceOf(file.Sha256);
            try
            {
                var copied = await HashedCopy.WriteAsync(Path.Combine(from, place), folder, to + place, ct);
                await AddAsync(copied);
                if (copied.Sha256 != file.Sha256)
                {
                    Broken.Add(new(copied.Path, KeepingFault.Changed));
                }
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                Broken.Add(new(to + place, KeepingFault.Missing));
            }
        }
    }

    public async Task AddFolderAsync(string from, string pattern, string to, CancellationToken ct)
    {
        foreach (var file in Directory.Exists(from) ? Directory.GetFiles(from, pattern) : [])
        {
            await AddAsync(await HashedCopy.WriteAsync(file, folder, to + Path.GetFileName(file), ct));
        }
    }

    /// <summary>Closes the list.</summary>
    public async Task<CopiedFile> FinishAsync(CopiedFile database, CancellationToken ct)
    {
        await AddAsync(database);
        await DisposeAsync();
        return await HashedCopy.LookAsync(folder, BackupManifest.ListName, ct);
    }

    public ValueTask DisposeAsync() => _list.DisposeAsync();

    private async Task AddAsync(CopiedFile file)
    {
        Total += file;
        await _list.WriteLineAsync(BackupList.Line(file));
    }
}
