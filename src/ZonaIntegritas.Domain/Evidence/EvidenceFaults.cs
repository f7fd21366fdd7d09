using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Evidence;

/// <summary>Why what a unit says about its evidence is refused.</summary>
public static class EvidenceFaults
{
    public static Problem TitleMissing { get; } = new("evidence.title-missing", "Beri judul dokumen ini, lalu simpan lagi.");

    public static Problem CoversBackwards { get; } = new(
        "evidence.covers-backwards", "Masa yang dicakup berakhir sebelum dimulai. Perbaiki tanggalnya, lalu simpan lagi.");

    public static Problem ExpiresBeforeItsDate { get; } = new(
        "evidence.expires-before-date", "Tanggal berlaku berakhir sebelum tanggal dokumen. Perbaiki salah satunya, lalu simpan lagi.");

    public static Problem PageOutOfRange { get; } = new(
        "evidence.page", $"Nomor halaman adalah angka dari 1 sampai {Indonesian.Number(EvidenceLink.MaxPage)}.");

    public static Problem TooLong(string what, int limit) => new(
        "evidence.too-long", $"{what} paling panjang {limit} huruf. Persingkat, lalu simpan lagi.");
}
