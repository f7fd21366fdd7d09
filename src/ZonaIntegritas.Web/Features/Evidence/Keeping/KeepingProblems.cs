using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>Why a keeping command does not begin.</summary>
public static class KeepingProblems
{
    public static Problem NotEmpty(string folder) => new(
        "keeping.not-empty", $"Folder {folder} tidak kosong. Sebutkan folder baru atau yang kosong; tidak ada yang ditulis.");

    public static Problem LeftHalf(string folder) => new(
        "keeping.left-half", $"Folder {folder} berisi cadangan yang terputus. Hapus folder itu, lalu ulangi; tidak ada yang ditulis.");

    public static Problem Overlaps(string folder) => new(
        "keeping.overlaps", $"Folder {folder} dan folder sumbernya saling memuat. Sebutkan folder di tempat lain; tidak ada yang ditulis.");

    public static Problem NoBackup(string folder) => new(
        "keeping.no-backup", $"Folder {folder} bukan cadangan yang utuh: {BackupManifest.FileName} tidak ada atau tidak terbaca. Pilih cadangan lain.");

    public static Problem TooNew(string schema) => new(
        "keeping.too-new", $"Cadangan ini dibuat oleh versi aplikasi yang lebih baru (skema {schema}). Pulihkan dengan versi itu atau yang lebih baru.");
}
