using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>
/// The administrator's <c>verify-evidence</c>: hashes every stored file again, prints each fault with the documents it
/// belongs to, and ends with 0 when all is well, 1 with faults, 2 when it could not look.
/// </summary>
public static class VerifyCommand
{
    public const string Name = "verify-evidence";

    public static async Task<int> RunAsync(VerifyEvidence verify, AppDbContext db, TextWriter output, CancellationToken ct)
    {
        var found = await verify.VerifyAllAsync(ct);
        foreach (var fault in found.Faults)
        {
            await output.WriteLineAsync($"{fault.Fault.Say()}: {fault.Place}{await OwnersAsync(db, fault, ct)}");
        }

        var size = EvidenceProblems.Size(found.Bytes);
        await output.WriteLineAsync($"Diperiksa {Indonesian.Number(found.Files)} berkas ({size}).");
        if (found.Faults.Count == 0)
        {
            await output.WriteLineAsync("Semua utuh.");
            return 0;
        }

        var sums = Enum.GetValues<KeepingFault>().Where(fault => found.Count(fault) > 0).Select(fault => $"{fault.Say()} {Indonesian.Number(found.Count(fault))}");
        await output.WriteLineAsync($"Bermasalah: {string.Join(", ", sums)}.");
        await output.WriteLineAsync("Yang hilang atau berubah: kembalikan berkasnya dari cadangan ke tempat yang sama. Yang tidak dikenal: sisa unggahan terputus, boleh dihapus.");
        return 1;
    }

    private static async Task<string> OwnersAsync(AppDbContext db, FoundFault fault, CancellationToken ct)
    {
        var sha256 = Path.GetFileName(fault.Place);
        var owners = await (
            from version in db.EvidenceVersions
            join item in db.EvidenceItems on version.ItemId equals item.Id
            join unit in db.WorkUnits on version.UnitId equals unit.Id
            where version.Sha256 == sha256
            orderby unit.ShortName, item.Title, version.Number
            select new { unit.ShortName, item.Title, version.Number }).Take(20).ToListAsync(ct);
        return string.Concat(owners.Select(owner => $"\n    {owner.ShortName}: {owner.Title}, versi {owner.Number}"));
    }
}
