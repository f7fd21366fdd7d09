using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Periods;

/// <summary>Why a period is not changed, and what to do instead.</summary>
public static class PeriodProblems
{
    public static Problem ReasonMissing { get; } = new(
        "period.reason-missing", "Tulis alasannya; alasan ini tersimpan dalam riwayat periode.");

    public static Problem ReasonTooLong { get; } = new(
        "period.reason-too-long", $"Alasan paling panjang {PeriodChange.ReasonMaxLength} huruf. Ringkas, lalu simpan lagi.");

    public static Problem NothingChanged { get; } = new(
        "period.nothing-changed", "Tidak ada yang berubah, jadi tidak ada yang disimpan. Ubah tanggalnya, atau tutup panel ini.");

    public static Problem Stale { get; } = new(
        "period.stale",
        "Jadwal ini baru saja diubah administrator lain. Isian Anda masih ada di sini; tutup panel ini untuk melihat jadwal terbaru, lalu ubah lagi bila perlu.");

    public static Problem SameTarget(string target) => new(
        "period.same-target", $"Lembar ini sudah menuju {target}. Pilih target lain, atau tutup panel ini.");

    public static Problem StaleTarget(string target) => new(
        "period.stale-target", $"Target lembar ini baru saja diubah menjadi {target}. Tutup panel ini untuk melihatnya, lalu ubah lagi bila perlu.");

    public static Problem StaleUnfinished(int unfinished) => new(
        "period.stale-unfinished",
        $"Keadaan periode berubah: sekarang {Indonesian.Number(unfinished)} lembar belum selesai. Periode belum ditutup; periksa lagi, lalu tegaskan.");

    public static Problem? OfReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? ReasonMissing
        : reason.Trim().Length > PeriodChange.ReasonMaxLength ? ReasonTooLong
        : null;
}
