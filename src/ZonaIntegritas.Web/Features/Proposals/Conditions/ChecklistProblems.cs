using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <summary>Why something on the checklist is refused, and what to do instead.</summary>
public static class ChecklistProblems
{
    private const string StaleCode = "condition.stale";

    public static Problem UnknownCondition { get; } = new(
        "condition.unknown", "Syarat ini tidak ada pada daftar ini. Muat ulang halaman, lalu pilih lagi.");

    public static Problem BasisMissing { get; } = new(
        "condition.basis-missing", "Tulis nomor dan judul dokumennya. Isian lain masih ada di layar.");

    public static Problem BasisTooLong { get; } = new(
        "condition.basis-too-long",
        $"Dasar paling panjang {Indonesian.Number(ConditionRecord.BasisMaxLength)} huruf. Ringkas menjadi nomor dan judul dokumen.");

    public static Problem DateMissing { get; } = new(
        "condition.date-missing", "Isi tanggal dokumennya. Isian lain masih ada di layar.");

    public static Problem DateInFuture { get; } = new(
        "condition.date-in-future", "Tanggal dokumen belum tiba. Periksa tahunnya; isian lain masih ada di layar.");

    public static Problem NotInLibrary { get; } = new(
        "condition.not-in-library", "Dokumen ini tidak ada di Pustaka unit, atau sudah dibuang. Pilih dokumen lain; isian Anda masih ada di layar.");

    public static Problem Infected { get; } = new(
        "condition.infected", "Pemindai menandai berkas ini berbahaya, jadi tidak dapat menjadi bukti. Pilih dokumen lain.");

    public static Problem NothingRecorded { get; } = new(
        "condition.nothing-recorded", "Syarat ini belum dicatat, jadi belum ada yang dapat dikonfirmasi.");

    public static Problem NoEvidence { get; } = new(
        "condition.no-evidence", "Belum ada dokumen atau tautan buktinya. Minta koordinator unit menambahkannya, lalu konfirmasi.");

    public static Problem OwnRecord { get; } = new(
        "condition.own-record", "Anda sendiri yang mencatat syarat ini. Konfirmasi harus oleh orang lain.");

    public static Problem AlreadyConfirmed { get; } = new(
        "condition.already-confirmed", "Syarat ini sudah dikonfirmasi. Tidak ada yang berubah.");

    public static Problem PastProposal(AssessmentStatus status) => new(
        "condition.past-proposal",
        $"Syarat tidak dapat diubah lagi: lembar kerja sudah {StatusWords.Say(status)}. Catatan yang ada tetap tersimpan dan dapat dibaca.");

    public static bool IsStale(Problem problem) => problem.Code == StaleCode;

    public static Problem Stale(string current) => new(
        StaleCode,
        $"Syarat ini baru saja diubah orang lain menjadi: {current}. Isian Anda belum disimpan dan masih ada di layar; periksa, lalu simpan lagi bila perlu.");

    public static Problem StaleConfirmation(string current) => new(
        StaleCode, $"Syarat ini baru saja diubah menjadi: {current}. Konfirmasi belum disimpan; periksa dulu isinya, lalu konfirmasi lagi.");
}
