using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Why the content of a file is refused, and the way out.</summary>
public static class ContentProblems
{
    public static Problem TwoKinds { get; } = new(
        "evidence.two-kinds",
        "Di belakang PDF ini tersembunyi arsip ZIP. Buka PDF-nya, cetak atau simpan ulang sebagai PDF, lalu unggah hasilnya.");

    public static Problem QuickTime { get; } = new(
        "evidence.quicktime",
        "Video ini berformat QuickTime (MOV) walau namanya .mp4, sehingga tidak dapat diputar di semua komputer. Ubah ke MP4 dengan aplikasi video, lalu unggah lagi.");

    public static Problem Utf16 { get; } = new(
        "evidence.utf16",
        "Berkas teks ini disimpan sebagai Unicode (UTF-16). Simpan ulang dengan pengodean UTF-8 (di Excel: \"CSV UTF-8\"), lalu unggah lagi.");

    public static Problem Markup { get; } = new(
        "evidence.markup",
        "Isi berkas ini halaman web atau skrip, bukan teks biasa. Cetak halamannya ke PDF, lalu unggah PDF itu.");

    public static Problem TooManyPixels(long width, long height) => new(
        "evidence.too-many-pixels",
        $"Gambar ini {Indonesian.Number(width)} × {Indonesian.Number(height)} piksel; batasnya {Indonesian.Number(PictureContent.MaxPixels / 1_000_000)} juta piksel "
        + $"dan {Indonesian.Number(PictureContent.MaxSide)} piksel per sisi. Perkecil gambarnya, lalu unggah lagi.");

    public static Problem UnpacksTooLarge(string kind) => new(
        "evidence.unpacks-too-large",
        $"Berkas {kind} ini mengembang jauh melebihi ukuran wajar saat dibuka, sehingga ditolak demi keamanan. Simpan ulang dari aplikasi asalnya, atau simpan sebagai PDF, lalu unggah lagi.");

    public static Problem LockedOrOld(string kind) => new(
        "evidence.locked",
        $"Berkas ini terkunci kata sandi atau berformat Office lama, sehingga evaluator tidak dapat membukanya. Hapus kata sandinya, simpan sebagai {kind}, lalu unggah lagi.");

    public static Problem Macros(string kind) => new(
        "evidence.macros",
        $"Berkas {kind} ini berisi makro (program). Simpan salinan tanpa makro, atau simpan sebagai PDF, lalu unggah salinan itu.");

    public static Problem Embedded(string kind) => new(
        "evidence.embedded",
        $"Di dalam berkas {kind} ini disisipkan berkas lain yang dapat menjalankan program. Hapus objek sisipan itu, atau simpan sebagai PDF, lalu unggah lagi.");

    /// <summary>The content is not of this kind; names what it is when that is plain to see.</summary>
    public static Problem Differs(ContentReader file, string kind)
    {
        var seen = Signatures.NameOf(file.Read(0, 16));
        return seen is null || seen == kind
            ? EvidenceProblems.ContentDiffers(kind)
            : new(
                EvidenceProblems.ContentDiffers(kind).Code,
                $"Isi berkas ini {seen}, bukan {kind} seperti akhiran namanya. Beri akhiran yang benar atau simpan ulang sebagai {kind}, lalu unggah lagi.");
    }
}
