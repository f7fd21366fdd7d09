using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>Why an upload cannot begin or go on, each with its HTTP status.</summary>
public static class UploadProblems
{
    public static Problem Csrf { get; } = new(
        "evidence.csrf", "Sesi halaman sudah berakhir. Muat ulang halaman, lalu unggah lagi; yang sudah terkirim aman.");

    /// <summary>Also said of somebody else's, so that an id tells nothing.</summary>
    public static Problem Unknown { get; } = new(
        "upload.unknown", "Unggahan ini tidak ada lagi. Jawaban Anda aman. Pilih berkasnya lagi untuk mengunggah dari awal.");

    public static Problem Expired { get; } = new(
        "upload.expired", "Unggahan ini terlalu lama tidak dilanjutkan dan sudah kedaluwarsa. Pilih berkasnya lagi untuk mengunggah dari awal.");

    public static Problem Finished { get; } = new("upload.finished", "Berkas ini sudah tersimpan. Tidak ada yang perlu dikirim lagi.");

    public static Problem Busy { get; } = new(
        "upload.busy", "Bagian lain dari berkas ini sedang diterima, mungkin dari jendela lain. Tunggu sebentar, lalu lanjutkan.");

    public static Problem WrongOffset { get; } = new(
        "upload.offset", "Bagian ini tidak menyambung dengan yang sudah diterima. Yang sudah terkirim aman; lanjutkan unggahan.");

    public static Problem ChecksumDiffers { get; } = new(
        "upload.checksum", "Bagian ini rusak di perjalanan dan tidak disimpan. Yang sudah terkirim sebelumnya aman; lanjutkan unggahan.");

    public static Problem PieceTooLong { get; } = new(
        "upload.piece-too-long", "Yang dikirim lebih panjang daripada ukuran berkas yang diumumkan. Pilih berkasnya lagi untuk mengunggah dari awal.");

    public static Problem BadRequest { get; } = new(
        "upload.bad-request", "Permintaan unggah tidak lengkap. Muat ulang halaman, lalu unggah lagi.");

    public static Problem WrongVersion { get; } = new(
        "upload.protocol", "Halaman ini memakai cara unggah yang tidak dikenal server. Muat ulang halaman, lalu unggah lagi.");

    public static Problem WrongType { get; } = new(
        "upload.content-type", "Isi permintaan unggah tidak dikenal. Muat ulang halaman, lalu unggah lagi.");

    public static Problem TooMany(int limit) => new(
        "upload.too-many", $"Anda punya {limit} unggahan yang belum selesai. Lanjutkan atau batalkan sebagian, lalu unggah lagi.");

    /// <summary>409, 423 and 460 invite the client to try again; the others mean that it would be told the same.</summary>
    public static int StatusOf(Problem problem) => problem.Code switch
    {
        "evidence.csrf" or "upload.bad-request" => StatusCodes.Status400BadRequest,
        "access.not-signed-in" or "access.not-allowed" => StatusCodes.Status403Forbidden,
        "upload.unknown" => StatusCodes.Status404NotFound,
        "upload.offset" or "upload.finished" => StatusCodes.Status409Conflict,
        "upload.expired" => StatusCodes.Status410Gone,
        "upload.protocol" => StatusCodes.Status412PreconditionFailed,
        "evidence.too-large" or "upload.piece-too-long" => StatusCodes.Status413PayloadTooLarge,
        "upload.content-type" => StatusCodes.Status415UnsupportedMediaType,
        "upload.busy" => StatusCodes.Status423Locked,
        "upload.checksum" => 460,
        "evidence.storage-full" => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
