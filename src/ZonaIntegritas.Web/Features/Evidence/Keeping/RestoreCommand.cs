using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// The administrator's <c>restore FOLDER NEWDATAFOLDER</c>: ends with 0 when everything is proven; with 1 when
/// something differs or was broken before the backup, which is named; with 2 when nothing was restored.
/// </summary>
public static class RestoreCommand
{
    public const string Name = "restore";

    public static async Task<int> RunAsync(string folder, string newFolder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var result = await RestoreData.ExecuteAsync(folder, newFolder, ct);
        if (!result.Succeeded)
        {
            await errors.WriteLineAsync(result.Problem!.Message);
            return 2;
        }

        var (manifest, copied, faults) = result.Value;
        await output.WriteLineAsync($"Cadangan {Indonesian.Date(DateOnly.FromDateTime(manifest.MadeAt.UtcDateTime))}, versi {manifest.Version}, skema {manifest.Schema}.");
        await output.WriteLineAsync($"Disalin dan dicocokkan hash-nya: {Indonesian.Number(copied.Count)} berkas ({EvidenceProblems.Size(copied.Bytes)}).");
        foreach (var fault in faults)
        {
            await output.WriteLineAsync($"SALAH: {fault}");
        }

        foreach (var broken in manifest.Broken)
        {
            await output.WriteLineAsync($"Sudah {broken.Fault.Say()} sebelum dicadangkan: {broken.Path}");
        }

        await output.WriteLineAsync(faults.Count == 0 ? Proven(manifest, newFolder) : $"Pemulihan TIDAK terbukti; jangan pakai folder {newFolder}. Pilih cadangan lain.");
        return faults.Count + manifest.Broken.Count == 0 ? 0 : 1;
    }

    private static string Proven(BackupManifest manifest, string newFolder) =>
        $"Terbukti: {Indonesian.Number(manifest.Rows.Count)} tabel, {Indonesian.Number(manifest.Rows.Values.Sum())} baris, "
        + $"{Indonesian.Number(manifest.Evidence.Count)} data dukung, {Indonesian.Number(manifest.Reports.Count)} laporan.\n"
        + $"Jalankan aplikasi dengan Storage__DataFolder={newFolder}";
}
