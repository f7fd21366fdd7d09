using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Library;

/// <summary>Why something in the library is refused, and what to do instead.</summary>
public static class LibraryProblems
{
    public static Problem Stale { get; } = new(
        "library.stale",
        "Keterangan dokumen ini baru saja diubah orang lain, jadi isian Anda belum disimpan. Isian Anda masih ada di layar: salin yang perlu, muat ulang halaman, lalu simpan lagi.");

    public static Problem Discarded { get; } = new(
        "library.discarded", "Dokumen ini sudah dibuang. Pilih dokumen lain dari Pustaka, atau unggah lagi berkasnya.");

    public static Problem Infected { get; } = new(
        "library.infected",
        "Pemindai menandai berkas ini berbahaya, jadi tidak dapat dipasang. Jawaban Anda aman. Unggah versi yang bersih pada dokumen ini, lalu pasang lagi.");

    /// <param name="where">The first few, as "LKE 2026 A.I.1.i.a".</param>
    public static Problem StillAttached(int count, string where) => new(
        "library.still-attached",
        $"Dokumen ini masih terpasang pada {Indonesian.Number(count)} soal ({where}), jadi tidak dibuang. Lepas dahulu dari soalnya, lalu buang lagi.");

    public static Problem ProvesCondition { get; } = new(
        "library.proves-condition",
        "Dokumen ini menjadi bukti syarat pengusulan, jadi tidak dapat dibuang. Ganti dahulu buktinya di halaman Syarat pengusulan.");

    /// <param name="years">"2025 dan 2026".</param>
    public static Problem WasSubmitted(string years) => new(
        "library.was-submitted",
        $"Dokumen ini pernah diajukan kepada TPI (LKE {years}), jadi disimpan sebagai dasar penilaian dan tidak dapat dibuang. Bila isinya sudah tidak berlaku, unggah versi baru atau isi tanggal berlakunya.");
}
