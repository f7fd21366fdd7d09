namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>Copies what a backup's list names, and holds each file against its hash.</summary>
internal sealed class RestoreCopying(string folder, string newFolder)
{
    public FileTotal Total { get; private set; } = FileTotal.None;

    public List<string> Faults { get; } = [];

    public async Task RunAsync(BackupManifest manifest, CancellationToken ct)
    {
        if (await ListIsChangedAsync(manifest, ct))
        {
            Faults.Add($"{BackupManifest.ListName}: daftar berkas hilang atau berubah, tidak ada yang disalin.");
            return;
        }

        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, BackupManifest.ListName), ct))
        {
            if (BackupList.Parse(line) is { } file)
            {
                await CopyAsync(file.Sha256, file.Path, ct);
            }
            else
            {
                Faults.Add($"{BackupManifest.ListName}: baris tidak terbaca: {line}");
            }
        }
    }

    private async Task<bool> ListIsChangedAsync(BackupManifest manifest, CancellationToken ct)
    {
        try
        {
            return await HashedCopy.LookAsync(folder, BackupManifest.ListName, ct) != manifest.List;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task CopyAsync(string sha256, string path, CancellationToken ct)
    {
        try
        {
            var copied = await HashedCopy.WriteAsync(Path.Combine(folder, path), newFolder, path, ct);
            Total += copied;
            if (copied.Sha256 != sha256)
            {
                Faults.Add($"{path}: berubah di cadangan (hash {copied.Sha256}, seharusnya {sha256}).");
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            Faults.Add($"{path}: hilang dari cadangan.");
        }
    }
}
