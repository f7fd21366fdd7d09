using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Assessments;

public static class AssessmentProblems
{
    public static Problem NotOpenForUnit { get; } = new(
        "assessment.not-open-for-unit",
        "Lembar ini sedang tidak dapat diisi unit: sudah diajukan atau selesai dievaluasi. Jawaban yang tersimpan tetap aman.");

    public static Problem NotOpenForReview { get; } = new(
        "assessment.not-open-for-review",
        "Lembar ini belum diajukan atau sudah selesai dievaluasi, sehingga tidak dapat dinilai.");

    public static Problem OnlyReturnedItems { get; } = new(
        "assessment.only-returned-items",
        "Selama perbaikan, hanya soal yang dikembalikan TPI yang dapat diubah.");

    public static Problem UnknownQuestion { get; } = new(
        "assessment.unknown-question", "Soal ini tidak ada di instrumen lembar kerja. Muat ulang halaman.");

    public static Problem NothingReturned { get; } = new(
        "assessment.nothing-returned", "Soal ini tidak sedang dikembalikan, jadi tidak ada perbaikan yang perlu dikirim.");

    public static Problem ReasonMissing { get; } = new(
        "assessment.reason-missing", "Tulis alasan pengembalian, agar unit tahu apa yang harus diperbaiki.");

    public static Problem AlreadyReturned { get; } = new(
        "assessment.already-returned", "Soal ini sudah dikembalikan dan menunggu perbaikan unit.");

    public static Problem AlreadySubmitted { get; } = new(
        "assessment.already-submitted", "Lembar ini sudah diajukan.");

    public static Problem FillingEndsBeforeItBegins { get; } = new(
        "period.filling-order", "Hari terakhir pengisian mendahului hari pertamanya. Periksa kedua tanggal.");

    public static Problem ReviewEndsBeforeFilling { get; } = new(
        "period.review-order", "Evaluasi TPI tidak dapat berakhir sebelum pengisian berakhir. Pilih tanggal yang sama atau sesudahnya.");

    public static Problem NoteTooLong(int maximum) => new(
        "assessment.note-too-long", $"Teks paling panjang {maximum} huruf. Ringkas, lalu simpan lagi.");

    public static Problem Incomplete(int unanswered, string firstCode) => new(
        "assessment.incomplete",
        $"Belum dapat diajukan: {unanswered} soal belum lengkap. Mulai dari soal {firstCode}.");

    public static Problem NoteMissing(string code) => new(
        "assessment.note-missing",
        $"Soal {code} bernilai penuh karena tidak ada yang wajib ditindaklanjuti. Tulis catatan yang menjelaskannya.");

    public static Problem Unevaluated(int missing, string firstCode) => new(
        "assessment.unevaluated", $"Belum dapat diselesaikan: {missing} soal belum dinilai TPI. Mulai dari soal {firstCode}.");

    public static Problem BasisChanged(int count, string firstCode) => new(
        "assessment.basis-changed",
        $"Belum dapat diselesaikan: data dukung {count} soal berubah sejak dinilai. Lihat lagi, mulai dari soal {firstCode}.");

    public static Problem ItemsStillReturned(int count) => new(
        "assessment.items-still-returned",
        $"Belum dapat diselesaikan: {count} soal masih menunggu perbaikan unit atau pemeriksaan ulang TPI.");

    public static Problem OutsideFilling(DateOnly from, DateOnly until) => new(
        "assessment.outside-filling",
        $"Masa pengisian berlangsung {Indonesian.Date(from)} sampai {Indonesian.Date(until)}. Teks Anda belum tersimpan; salin bila perlu dan hubungi administrator.");

    public static Problem OutsideReview(DateOnly until) => new(
        "assessment.outside-review",
        $"Masa evaluasi dan perbaikan berakhir {Indonesian.Date(until)}. Teks Anda belum tersimpan; hubungi administrator bila perlu diperpanjang.");

    public static Problem Unacceptable(string code, IEnumerable<string> faults) => new(
        "assessment.unacceptable-answer", $"Soal {code}: {string.Join(' ', faults)}");

    public static Problem Stale(string current) => new(
        "assessment.stale",
        $"Jawaban ini sudah diubah orang lain menjadi: {current}. Isian Anda masih ada di layar; periksa, lalu simpan lagi bila perlu.");
}
