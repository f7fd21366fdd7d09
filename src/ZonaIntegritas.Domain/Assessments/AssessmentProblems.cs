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

    public static Problem ReviewOrder { get; } = new(
        "period.review-begin", "Evaluasi TPI dimulai paling awal bersama pengisian dan paling akhir pada hari terakhirnya. Periksa kedua tanggal.");

    public static Problem RepairOrder { get; } = new(
        "period.repair-order", "Perbaikan berakhir di dalam masa evaluasi TPI, agar sempat diperiksa ulang. Periksa tanggalnya.");

    public static Problem ProposalOrder { get; } = new(
        "period.proposal-order", "Batas pengusulan tidak dapat mendahului akhir pengisian. Periksa tanggalnya.");

    public static Problem PreliminaryForMinistriesOnly { get; } = new(
        "assessment.preliminary-ministries-only", "Penilaian pendahuluan hanya untuk kementerian/lembaga. Mulailah langsung evaluasi TPI.");

    public static Problem ReopenReasonMissing { get; } = new(
        "assessment.reopen-reason-missing", "Tulis alasan membuka kembali; alasan ini tersimpan bersama LHE yang lama.");

    public static Problem WithdrawalReasonMissing { get; } = new(
        "assessment.withdrawal-reason-missing", "Tulis alasan menarik usulan.");

    public static Problem RevocationReasonMissing { get; } = new(
        "assessment.revocation-reason-missing", "Tulis alasan pencabutan.");

    public static Problem NotEligible { get; } = new(
        "assessment.not-eligible", "LHE menyatakan unit ini tidak layak diusulkan. Lihat syarat yang belum terpenuhi pada LHE.");

    public static Problem DateMissing { get; } = new("assessment.date-missing", "Isi tanggalnya.");

    public static Problem DateInFuture { get; } = new("assessment.date-in-future", "Tanggal ini belum tiba. Isi tanggal yang tertera pada surat atau berita acara.");

    public static Problem ReferenceMissing { get; } = new("assessment.reference-missing", "Isi nomor surat atau keputusannya.");

    public static Problem ReferenceTooLong { get; } = new(
        "assessment.reference-too-long", $"Nomor surat paling panjang {SheetTransition.ReferenceMaxLength} huruf. Keterangan lain dapat ditulis pada catatan.");

    public static Problem FixedByLhe { get; } = new(
        "assessment.fixed-by-lhe", "LHE lembar ini sudah terbit, sehingga instrumennya tidak berubah lagi.");

    public static Problem TargetFixed { get; } = new(
        "assessment.target-fixed", "Target hanya dapat diubah selama lembar masih draf.");

    /// <summary>Names where the sheet is, where the move belongs, and whose turn it is.</summary>
    public static Problem WrongState(SheetMove move, AssessmentStatus status)
    {
        var from = string.Join(" atau ", SheetLife.RuleOf(move).From.Order().Select(StatusWords.Say));
        return new(
            "assessment.wrong-state",
            $"{StatusWords.Say(move)} hanya dapat dilakukan pada tahap {from}. Lembar ini sedang pada tahap {StatusWords.Say(status)}; muat ulang halaman untuk melihat keadaannya.");
    }

    /// <summary>For moves of the whole sheet, where nothing typed is at stake.</summary>
    public static Problem MoveOutsideFilling(SheetMove move, DateOnly from, DateOnly until, UnitDay today) => new(
        "assessment.outside-filling",
        $"{StatusWords.Say(move)} hanya dapat dilakukan pada masa pengisian, {Indonesian.Date(from)} sampai {today.EndOf(until)}. Isian yang tersimpan tetap aman; hubungi administrator bila jadwal perlu diperpanjang.");

    public static Problem MoveOutsideReview(SheetMove move, DateOnly from, DateOnly until, UnitDay today) => new(
        "assessment.outside-review",
        $"{StatusWords.Say(move)} hanya dapat dilakukan pada masa evaluasi, {Indonesian.Date(from)} sampai {today.EndOf(until)}. Yang tersimpan tetap aman; hubungi administrator bila jadwal perlu diperpanjang.");

    public static Problem NotAtTpn(AssessmentStatus status) => new(
        "assessment.not-at-tpn",
        $"Nilai TPN dicatat pada tahap {StatusWords.Say(AssessmentStatus.Proposed)} atau {StatusWords.Say(AssessmentStatus.AtTpn)}. Lembar ini sedang pada tahap {StatusWords.Say(status)}; yang sudah tercatat tidak berubah.");

    public static Problem StageFailed(TpnStageKind stage) => new(
        "assessment.stage-failed",
        $"Tahap {StatusWords.Say(stage)} tercatat tidak lulus, sehingga unit belum dapat ditetapkan. Catat hasil yang benar pada tahap itu, atau catat tidak ditetapkan.");

    public static Problem PeriodClosed(int year) => new(
        "period.closed", $"Periode {year} sudah ditutup, sehingga isinya tidak berubah lagi. Yang tersimpan tetap dapat dibaca.");

    public static Problem OutsideRepair(DateOnly from, DateOnly until, UnitDay today) => new(
        "assessment.outside-repair", Outside("Masa perbaikan", from, until, today));

    public static Problem OutsideProposal(DateOnly until) => new(
        "assessment.outside-proposal", $"Pengusulan ke TPN ditutup {Indonesian.Date(until)}. Administrator dapat memperpanjangnya pada jadwal periode.");

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

    public static Problem OutsideFilling(DateOnly from, DateOnly until, UnitDay today) => new(
        "assessment.outside-filling", Outside("Masa pengisian", from, until, today));

    public static Problem OutsideReview(DateOnly from, DateOnly until, UnitDay today) => new(
        "assessment.outside-review", Outside("Masa evaluasi TPI", from, until, today));

    public static Problem Unacceptable(string code, IEnumerable<string> faults) => new(
        "assessment.unacceptable-answer", $"Soal {code}: {string.Join(' ', faults)}");

    /// <summary>Somebody else saved meanwhile: the page then shows both texts.</summary>
    public const string StaleCode = "assessment.stale";

    public static Problem Stale(string current) => new(
        StaleCode,
        $"Jawaban ini sudah diubah orang lain menjadi: {current}. Isian Anda masih ada di layar dan belum tersimpan; pilih yang dipakai.");

    // Said both beside a sheet that is only read and to somebody whose save came too late.
    private static string Outside(string window, DateOnly from, DateOnly until, UnitDay today) =>
        (today.Date < from
            ? $"{window} baru dimulai {today.BeginningOf(from)} dan berlangsung sampai {today.EndOf(until)}"
            : $"{window} berlangsung {Indonesian.Date(from)} sampai {today.EndOf(until)} dan sudah berakhir")
        + ", jadi sekarang hanya dapat dibaca. Yang sudah tersimpan tetap aman; ketikan yang belum tersimpan tetap ada di layar, salin bila perlu. Administrator dapat mengubah jadwalnya.";
}
