using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Reviews;

public static class ReviewProblems
{
    public static Problem NotYourArea { get; } = new(
        "review.not-your-area", "Soal ini di luar area yang ditugaskan kepada Anda. Anda dapat membacanya, tetapi tidak menilainya.");

    public static Problem OnlyTopTier { get; } = new(
        "review.only-top-tier", "LHE diterbitkan oleh jenjang tertinggi dalam tim unit ini. Penilaian Anda tetap tersimpan.");

    public static Problem NothingToTakeBack { get; } = new(
        "review.nothing-to-take-back", "Soal ini tidak sedang menunggu unit, jadi tidak ada pengembalian yang dapat dibatalkan.");

    public static Problem NothingToAccept { get; } = new(
        "review.nothing-to-accept", "Belum ada nilai yang dapat diterima: unit maupun jenjang di bawah Anda belum menjawab soal ini.");

    public static Problem WithUnit { get; } = new(
        "review.with-unit", "Soal ini menunggu perbaikan unit. Terima setelah perbaikannya masuk.");

    public static Problem AcceptWithoutReason { get; } = new(
        "review.accept-without-reason", "Nilai ini berbeda dari jawaban unit dan belum beralasan. Buka soalnya, lalu pilih alasan.");

    public static Problem UnitAnswerChanged { get; } = new(
        "review.unit-answer-changed", "Jawaban unit berubah sejak daftar ini dibuka. Muat ulang, periksa, lalu terima lagi.");

    public static Problem ChangedSince { get; } = new(
        "review.changed-since", "Sudah diubah lagi sejak itu, jadi tidak diurungkan. Buka soalnya bila perlu mengubahnya.");

    public static Problem NothingChosen { get; } = new(
        "review.nothing-chosen", "Pilih dahulu soalnya, lalu ulangi.");

    public static Problem DifferencesAfterLhe { get; } = new(
        "review.differences-after-lhe", "Selisih dengan penilaian TPI tampil setelah LHE terbit. Soal yang dikembalikan sudah dapat dibaca pada lembar kerja.");

    public static Problem LowerTierFirst(ReviewTier waiting) => new(
        "review.lower-tier-first", $"Soal ini menunggu penilaian {Say(waiting)} lebih dahulu. Setelah itu giliran Anda.");

    public static Problem HigherTierDone(ReviewTier done) => new(
        "review.higher-tier-done", $"{Capital(Say(done))} sudah menilai soal ini, sehingga nilai Anda tidak berubah lagi. Nilai Anda yang tersimpan tetap ada.");

    public static Problem BelowChanged(ReviewTier below) => new(
        Assessments.AssessmentProblems.StaleCode,
        $"Penilaian {Say(below)} berubah sejak Anda membukanya. Isian Anda masih ada di layar dan belum tersimpan; pilih yang dipakai.");

    public static Problem TiersMissing(int count, string firstCode, ReviewTier waiting) => new(
        "review.tiers-missing", $"Belum dapat diterbitkan: {count} soal belum dinilai semua jenjang. Mulai dari soal {firstCode}, menunggu {Say(waiting)}.");

    public static Problem OnePersonOnly(int count, string firstCode) => new(
        "review.one-person-only",
        $"Belum dapat diterbitkan: {count} soal baru dinilai satu orang, padahal nilai akhir perlu dua orang. Mulai dari soal {firstCode}; bila tim hanya satu orang, minta administrator menambah penugasan.");

    public static Problem Unreasoned(int count, string firstCode) => new(
        "review.unreasoned", $"Belum dapat diterbitkan: {count} soal berbeda dari jawaban unit tanpa alasan. Mulai dari soal {firstCode}.");

    public static string Say(ReviewTier tier) => tier switch
    {
        ReviewTier.Member => "anggota tim",
        ReviewTier.Lead => "ketua tim",
        ReviewTier.Controller => "pengendali teknis",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    public static string Say(DifferenceReason reason) => reason switch
    {
        DifferenceReason.EvidenceLacking => "bukti kurang",
        DifferenceReason.EvidenceIrrelevant => "bukti tidak relevan",
        DifferenceReason.NotApplicable => "tidak berlaku",
        DifferenceReason.Miscounted => "salah hitung",
        DifferenceReason.Other => "lainnya",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
