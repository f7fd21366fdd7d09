using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Evidence.Content;

namespace ZonaIntegritas.Web.Features.Evidence;

public static class EvidenceProblems
{
    public const string AcceptedKinds = "PDF, JPG, PNG, WEBP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, MP4, TXT atau CSV";

    public static Problem Empty { get; } = new(
        "evidence.empty", "Berkas ini kosong (0 byte). Periksa hasil pindaian, lalu unggah lagi.");

    public static Problem NameMissing { get; } = new(
        "evidence.name-missing", "Nama berkas tidak terbaca. Beri nama berkas yang biasa, lalu unggah lagi.");

    public static Problem Gone { get; } = new(
        "evidence.gone", "Berkas ini sudah tidak terpasang pada soal. Muat ulang halaman.");

    public static Problem UnknownSuggestion { get; } = new(
        "evidence.unknown-suggestion", "Dokumen yang disarankan itu tidak ada pada soal ini. Muat ulang halaman, lalu pilih lagi.");

    public static Problem AlreadyAttached { get; } = new(
        "evidence.already-attached", "Dokumen ini sudah terpasang pada soal ini. Tidak ada yang berubah.");

    public static Problem StorageFull { get; } = new(
        "evidence.storage-full",
        "Penyimpanan server penuh, berkas tidak tersimpan. Jawaban Anda aman. Hubungi administrator, lalu unggah lagi.");

    public static Problem TooLarge(long? bytes, int limitMegabytes) => new(
        "evidence.too-large",
        $"Berkas {(bytes is { } size ? Size(size) + " " : "")}melebihi batas {limitMegabytes} MB. Jawaban Anda tetap tersimpan. Perkecil pindaian atau bagi menjadi dua berkas.");

    public static Problem QuotaReached(long quotaBytes) => new(
        "evidence.quota", $"Ruang unit penuh (batas {Size(quotaBytes)}). Buang dokumen yang tidak dipakai di Pustaka, atau minta administrator menambah batas.");

    public static Problem Infected(string threat) => new(
        "evidence.infected", $"Berkas ini ditolak pemindai ({threat}). Tidak ada yang tersimpan. Bersihkan komputer Anda, lalu unggah berkas yang bersih.");

    public static Problem SameVersion(int number) => new(
        "evidence.same-version", $"Isi berkas ini sama dengan versi {number} yang sudah ada. Tidak ada versi baru yang dibuat.");

    public static Problem KindRefused(string name) => new(
        "evidence.kind-refused", $"Jenis berkas \"{name}\" tidak diterima. {RefusedKinds.AdviceFor(name) ?? $"Unggah {AcceptedKinds}."}");

    public static Problem ContentDiffers(string kind) => new(
        "evidence.content-differs",
        $"Isi berkas bukan {kind} seperti akhiran namanya. Simpan ulang dari aplikasi asalnya, lalu unggah lagi.");

    public static Problem Damaged(string kind) => new(
        "evidence.damaged", $"Berkas {kind} ini rusak atau terpotong. Buka di komputer Anda untuk memeriksa, lalu unggah lagi.");

    /// <summary>"312 MB", "48 KB", "900 byte".</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1024L * 1024 * 1024 => $"{Indonesian.Number(Math.Round(bytes / 1024m / 1024m / 1024m, 1))} GB",
        >= 1024 * 1024 * 10 => $"{bytes / 1024 / 1024} MB",
        >= 1024 * 1024 => $"{Indonesian.Number(Math.Round(bytes / 1024m / 1024m, 1))} MB",
        >= 1024 => $"{bytes / 1024} KB",
        _ => $"{bytes} byte",
    };
}
