using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <param name="Faults">What differs from the backup, in words; empty when every total and every hash agrees.</param>
public sealed record Restoration(BackupManifest Manifest, FileTotal Copied, IReadOnlyList<string> Faults);

/// <summary>
/// Copies a backup to a new data folder and proves it: each file by its hash, the totals by the manifest, the rows of
/// each table, and every file that the restored database names. Until it is proven a file in the folder says so.
/// </summary>
public static class RestoreData
{
    public const string MarkerName = "PEMULIHAN-BELUM-TERBUKTI.txt";

    public static async Task<Result<Restoration>> ExecuteAsync(string folder, string newFolder, CancellationToken ct)
    {
        if (await BackupManifest.ReadAsync(folder, ct) is not { } manifest)
        {
            return KeepingProblems.NoBackup(folder);
        }

        if (KeepingFolders.Overlap(folder, newFolder))
        {
            return KeepingProblems.Overlaps(newFolder);
        }

        if (!KeepingFolders.IsFree(newFolder))
        {
            return KeepingProblems.NotEmpty(newFolder);
        }

        if (!DatabaseFile.KnownMigrations().Contains(manifest.Schema))
        {
            return KeepingProblems.TooNew(manifest.Schema);
        }

        KeepingFolders.Create(newFolder);
        return await RestoreAsync(manifest, folder, newFolder, ct);
    }

    private static async Task<Restoration> RestoreAsync(BackupManifest manifest, string folder, string newFolder, CancellationToken ct)
    {
        var marker = Path.Combine(newFolder, MarkerName);
        await File.WriteAllTextAsync(marker, "Pemulihan ke folder ini belum selesai atau belum terbukti. Jangan jalankan aplikasi dengannya.\n", ct);
        var copying = new RestoreCopying(folder, newFolder);
        await copying.RunAsync(manifest, ct);
        var faults = copying.Faults.Concat(RestoreProof.FaultsOf(manifest, copying, newFolder)).ToList();
        if (faults.Count == 0)
        {
            File.Delete(marker);
        }

        return new(manifest, copying.Total, faults);
    }
}
