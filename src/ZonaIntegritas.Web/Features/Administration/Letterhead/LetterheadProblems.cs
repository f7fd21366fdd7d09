using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

public static class LetterheadProblems
{
    public static Problem Stale { get; } = new(
        "letterhead.stale", "Kop ini baru saja diubah orang lain. Isian Anda masih ada di layar dan belum disimpan. Salin bila perlu, lalu muat ulang halaman.");

    public static Problem TooLong { get; } = new("letterhead.too-long", "Ada isian yang lebih dari 200 huruf. Persingkat, lalu simpan lagi; belum ada yang berubah.");

    public static Problem LogoMissing { get; } = new("logo.missing", "Belum ada berkas yang dipilih. Pilih gambar PNG atau JPEG; logo lama tetap dipakai.");

    public static Problem LogoTooLarge { get; } = new("logo.too-large", "Gambar melebihi 512 KB. Perkecil gambarnya, lalu unggah lagi; logo lama tetap dipakai.");

    public static Problem LogoUnreadable { get; } = new(
        "logo.unreadable", "Berkas ini bukan gambar PNG atau JPEG yang utuh. Simpan ulang sebagai PNG, lalu unggah lagi; logo lama tetap dipakai.");

    /// <summary>Said by address after the upload's redirect, so only known codes say anything.</summary>
    public static Problem? Find(string? code) => new[] { Stale, LogoMissing, LogoTooLarge, LogoUnreadable }.FirstOrDefault(problem => problem.Code == code);
}
