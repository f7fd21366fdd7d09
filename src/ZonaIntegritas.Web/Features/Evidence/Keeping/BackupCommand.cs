using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// The administrator's <c>backup FOLDER</c>: ends with 0; with 1 when files were missing or changed already, which are
/// named; with 2 when there is no backup.
/// </summary>
public static class BackupCommand
{
    public const string Name = "backup";

    public static async Task<int> RunAsync(BackUpData backUp, string folder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var result = await backUp.ExecuteAsync(folder, ct);
        if (!result.Succeeded)
        {
            await errors.WriteLineAsync(result.Problem!.Message);
            return 2;
        }

        var made = result.Value;
        await output.WriteLineAsync($"Cadangan selesai di {Path.GetFullPath(folder)}");
        await output.WriteLineAsync($"Basis data: {EvidenceProblems.Size(made.Database.Bytes)}, {Indonesian.Number(made.Rows.Values.Sum())} baris, skema {made.Schema}.");
        await output.WriteLineAsync($"Data dukung: {Indonesian.Number(made.Evidence.Count)} berkas ({EvidenceProblems.Size(made.Evidence.Bytes)}). Laporan: {Indonesian.Number(made.Reports.Count)}.");
        await output.WriteLineAsync("Simpan di tempat lain dan terkunci: cadangan memuat kunci sesi dan seluruh isi aplikasi.");
        foreach (var broken in made.Broken)
        {
            await output.WriteLineAsync($"Sudah {broken.Fault.Say()} di folder data: {broken.Path}");
        }

        return made.Broken.Count == 0 ? 0 : 1;
    }
}
