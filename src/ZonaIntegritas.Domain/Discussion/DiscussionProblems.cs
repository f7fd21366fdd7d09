using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Discussion;

public static class DiscussionProblems
{
    public static Problem TextMissing { get; } = new("message.text-missing", "Tulis pesannya lebih dahulu.");

    public static Problem TextTooLong { get; } = new(
        "message.text-too-long", $"Pesan paling panjang {ThreadMessage.TextMaxLength} huruf. Teks Anda masih di layar; ringkas atau bagi menjadi dua pesan.");

    public static Problem TpiOnlyForTpi { get; } = new(
        "message.tpi-only", "Pesan khusus TPI hanya dapat ditulis TPI dan administrator. Teks Anda masih di layar; kirim tanpa pilihan itu.");

    public static Problem CannotBeMentioned { get; } = new(
        "message.cannot-be-mentioned",
        "Salah satu orang yang disebut tidak dapat membaca pesan ini. Teks Anda masih di layar; hapus sebutannya, lalu kirim lagi.");

    public static Problem TooManyMentions(int maximum) => new(
        "message.too-many-mentions", $"Paling banyak {maximum} orang disebut dalam satu pesan. Teks Anda masih di layar; kurangi sebutannya.");

    public static Problem AlreadySettled { get; } = new(
        "message.already-settled", "Pesan ini sudah ditandai selesai. Tulis pesan baru untuk membukanya kembali.");

    public static Problem NotSettled { get; } = new(
        "message.not-settled", "Pesan ini belum ditandai selesai, jadi tidak perlu dibuka kembali. Tulis sebagai pesan biasa.");
}
