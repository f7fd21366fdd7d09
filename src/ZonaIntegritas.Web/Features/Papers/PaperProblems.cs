using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Papers;

public static class PaperProblems
{
    public static Problem NoLhe { get; } = new(
        "papers.no-lhe", "LHE belum terbit, jadi naskahnya belum ada. Terbitkan LHE dari meja penilaian; setelah itu naskah dapat dibuat di sini.");

    public static Problem NotBegun { get; } = new(
        "papers.not-begun", "Unit belum mengajukan lembar kerja, jadi belum ada evaluasi yang dibuat berita acaranya.");

    public static Problem NothingToShow { get; } = new("papers.nothing", "Belum ada lembar kerja pada periode ini.");

    public static Problem NoUnits { get; } = new(
        "papers.no-units", "Tidak ada unit yang masuk pilihan itu. Isian Anda tetap ada; pilih unit yang lain, atau tunggu sampai LHE menyatakan ada unit yang layak.");

    public static Problem NotByYou { get; } = new(
        "papers.not-by-you", "Naskah ini dibuat oleh TPI, pimpinan instansi, atau administrator. Versi yang sudah terbit dapat Anda unduh di bawah.");

    public static Problem FormIncomplete { get; } = new(
        "papers.form", "Naskah belum dibuat: ada isian yang perlu diperbaiki. Isian Anda tetap ada di layar.");

    public static Problem NotMade(string why) => new(
        "papers.not-made", $"Naskah belum jadi: {why} Isian Anda tetap ada dan permintaannya tersimpan; coba lagi sebentar lagi.");
}
