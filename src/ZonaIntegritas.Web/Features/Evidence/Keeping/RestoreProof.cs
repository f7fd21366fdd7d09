using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>Holds what was restored against the manifest's totals and against the restored database's own rows.</summary>
internal static class RestoreProof
{
    public static IEnumerable<string> FaultsOf(BackupManifest manifest, RestoreCopying copied, string folder)
    {
        if (copied.Total != manifest.Files)
        {
            yield return $"Jumlah berkas {Indonesian.Number(copied.Total.Count)} ({Indonesian.Number(copied.Total.Bytes)} byte), seharusnya "
                + $"{Indonesian.Number(manifest.Files.Count)} ({Indonesian.Number(manifest.Files.Bytes)} byte).";
        }

        var path = Path.Combine(folder, BackupManifest.DatabaseName);
        if (!File.Exists(path))
        {
            yield return "Basis data tidak ada.";
            yield break;
        }

        // A database that is broken inside cannot be asked about its rows.
        var database = new DatabaseFile(path);
        var faults = database.Fault() is { } broken ? [$"Basis data rusak: {broken}"] : RowFaults(database, manifest).Concat(NamedFaults(database, manifest, folder));
        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> RowFaults(DatabaseFile database, BackupManifest manifest)
    {
        var rows = database.CountRows();
        return rows.Keys.Union(manifest.Rows.Keys).Order(StringComparer.Ordinal)
            .Where(table => rows.GetValueOrDefault(table, -1) != manifest.Rows.GetValueOrDefault(table, -1))
            .Select(table => $"Tabel {table}: {rows.GetValueOrDefault(table)} baris, seharusnya {manifest.Rows.GetValueOrDefault(table)}.");
    }

    /// <summary>The list was proven by hash; here it is asked whether the list has all that the database names.</summary>
    private static IEnumerable<string> NamedFaults(DatabaseFile database, BackupManifest manifest, string folder)
    {
        var known = manifest.Broken.Select(broken => broken.Path).ToHashSet(StringComparer.Ordinal);
        var named = database.Contents().Select(file => (Path: BackupManifest.PathOfEvidence(file.Sha256), file.Size))
            .Concat(database.Reports().Select(file => (Path: BackupManifest.PathOfReport(file.Sha256), file.Size)));
        return named.Where(file => !known.Contains(file.Path) && LengthOf(Path.Combine(folder, file.Path)) != file.Size)
            .Select(file => $"{file.Path}: disebut oleh basis data, tetapi tidak ada atau panjangnya lain.");
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : -1;
}
