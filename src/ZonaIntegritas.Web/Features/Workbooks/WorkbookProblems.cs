using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Workbooks;

public static class WorkbookProblems
{
    public static Problem Unreadable { get; } = new(
        "workbook.unreadable", "Berkas tidak dapat dibaca: mungkin dipindah atau diubah setelah dipilih. Pilih lagi; tidak ada yang berubah.");

    public static Problem NotExcel { get; } = new(
        "workbook.not-excel", "Berkas ini bukan buku kerja Excel (.xlsx) yang utuh. Unduh LKE dari lembar kerja, isi, simpan sebagai .xlsx, lalu impor lagi. Tidak ada yang berubah.");

    public static Problem UnpacksTooLarge { get; } = new(
        "workbook.unpacks-too-large", "Isi berkas ini jauh lebih besar daripada LKE. Hapus gambar dan lembar tambahan, atau salin jawaban ke LKE yang baru diunduh. Tidak ada yang berubah.");

    public static Problem NotLke { get; } = new(
        "workbook.not-lke", "Buku kerja ini tidak memuat lembar LKE dan Identitas dari aplikasi. Unduh LKE dari lembar kerja ini, lalu isi di berkas itu. Tidak ada yang berubah.");

    public static Problem HeaderMissing { get; } = new(
        "workbook.header-missing", "Kolom \"Jawaban Unit\", \"Catatan Unit\" atau kolom tersembunyi \"Kode\" tidak ditemukan di lembar LKE. Unduh LKE lagi dan salin jawaban ke sana. Tidak ada yang berubah.");

    public static Problem OtherInstrument { get; } = new(
        "workbook.other-instrument", "Instrumen lembar ini sudah berganti sejak berkas diunduh, sehingga soalnya bisa berbeda. Unduh LKE lagi dan salin jawaban ke sana. Tidak ada yang berubah.");

    public static Problem Stale { get; } = new(
        "assessment.stale", "Jawaban yang akan diubah baru saja diganti orang lain, jadi belum ada yang diimpor. Pratinjau di bawah sudah diperbarui; periksa, lalu impor lagi.");

    public static Problem NothingChosen { get; } = new(
        "workbook.nothing-chosen", "Tidak ada perubahan yang dipilih untuk diimpor. Centang yang ingin dikosongkan, atau pilih berkas lain.");

    public static Problem TooLarge(int megabytes) => new(
        "workbook.too-large", $"Buku kerja paling besar {megabytes} MB. Hapus gambar dan lembar tambahan, lalu impor lagi. Tidak ada yang berubah.");

    public static Problem OtherSheet(string theirs, string ours) => new(
        "workbook.other-sheet", $"Berkas ini LKE {theirs}, sedangkan lembar ini {ours}. Buka lembar yang sesuai, atau unduh LKE dari lembar ini. Tidak ada yang berubah.");
}
