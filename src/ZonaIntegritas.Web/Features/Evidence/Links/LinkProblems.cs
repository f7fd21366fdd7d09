using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

public static class LinkProblems
{
    public static Problem Missing { get; } = new("link.missing", "Tempel alamat tautannya dahulu, lalu tekan Tambah tautan.");

    public static Problem Unreadable { get; } = new(
        "link.unreadable", "Alamat ini tidak terbaca. Salin lagi seluruhnya dari bilah alamat peramban; tidak boleh ada spasi.");

    public static Problem TooLong { get; } = new(
        "link.too-long", $"Alamat paling panjang {Indonesian.Number(EvidenceVersion.UrlMaxLength)} huruf. Buat tautan berbagi yang lebih pendek, lalu tempel lagi.");

    public static Problem NotSecure { get; } = new(
        "link.not-secure", "Alamat harus dimulai dengan https://. Coba ganti http:// menjadi https://; bila tidak terbuka, unggah berkasnya.");

    public static Problem NotWeb { get; } = new("link.not-web", "Hanya alamat https:// yang diterima. Untuk dokumen di komputer, unggah berkasnya.");

    public static Problem WithPassword { get; } = new(
        "link.with-password", "Alamat ini memuat nama pengguna atau kata sandi. Hapus bagian sebelum tanda @, lalu tempel lagi.");

    public static Problem Inside { get; } = new(
        "link.inside", "Alamat ini hanya terbuka di jaringan dalam, sehingga evaluator tidak dapat membukanya. Unggah berkasnya, atau pakai alamat publik.");

    public static Problem OddPort { get; } = new(
        "link.odd-port", "Alamat dengan nomor port ini tidak dapat diperiksa. Pakai alamat tanpa nomor port, atau unggah berkasnya.");

    public static Problem JustChecked { get; } = new(
        "link.just-checked", "Tautan ini baru saja diperiksa. Tunggu satu menit, lalu periksa lagi.");

    public static Problem TooMany { get; } = new(
        "link.too-many", "Terlalu banyak pemeriksaan sekaligus. Tunggu satu menit, lalu periksa lagi; pemeriksaan rutin tetap berjalan sendiri.");

    public static Problem NotYours { get; } = new(
        "link.not-yours", "Hanya koordinator unit dan evaluatornya yang dapat memeriksa lagi. Tautan tetap diperiksa sendiri secara berkala.");

    public static Problem Gone { get; } = new("link.gone", "Tautan ini sudah tidak ada. Muat ulang halaman.");

    public static Problem SameVersion(int number) => new(
        "evidence.same-version", $"Alamat ini sama dengan versi {number} yang sudah ada. Tidak ada versi baru yang dibuat.");
}
