using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Features.Proposals.Journey;

/// <summary>What a move's form asks for, in the words of the person who fills it in.</summary>
/// <param name="Button">A verb.</param>
/// <param name="Explains">What happens and what stays as it is.</param>
/// <param name="Reference">Label of the paper's number; null when there is no paper.</param>
/// <param name="Date">Label of its date; null when there is none.</param>
/// <param name="Note">Label of the remark; null when nobody needs one.</param>
public sealed record MoveWords(
    string Button, string Explains, string Done, string? Reference = null, string? Date = null, string? Note = null, bool NoteNeeded = false)
{
    public bool AsksForStage { get; private init; }

    public bool IsGrave { get; private init; }

    public bool AsksNothing => Reference is null && Date is null && Note is null;

    public static MoveWords Of(SheetMove move) => move switch
    {
        SheetMove.Withdraw => new(
            "Tarik kembali", "Lembar kembali menjadi draf dan dapat diisi lagi sampai masa pengisian berakhir. Isian tidak berubah.",
            "Pengajuan ditarik kembali. Lembar dapat diisi lagi."),
        SheetMove.BeginPreliminary => new(
            "Mulai penilaian pendahuluan", "TPI memeriksa kelengkapan dan dapat mengembalikan soal sebelum evaluasi dimulai.", "Penilaian pendahuluan dimulai."),
        SheetMove.BeginReview => new(
            "Mulai evaluasi", "Sejak ini unit tidak dapat menarik kembali pengajuannya.", "Evaluasi dimulai."),
        SheetMove.Reopen => new(
            "Buka kembali", "TPI dapat menilai lagi. LHE yang sudah terbit tetap tersimpan berdampingan dengan yang baru.",
            "Lembar dibuka kembali untuk dievaluasi ulang.", Note: "Alasan membuka kembali", NoteNeeded: true) { IsGrave = true },
        SheetMove.Propose => new(
            "Usulkan ke TPN", "Catat surat usulan pimpinan instansi. Untuk banyak unit sekaligus, pakai halaman Usulan.",
            "Unit diusulkan ke TPN.", "Nomor surat usulan", "Tanggal surat", "Catatan, misalnya nomor SPTJM"),
        SheetMove.WithdrawProposal => new(
            "Tarik usulan", "Lembar kembali ke tahap LHE terbit dan dapat diusulkan lagi.", "Usulan ditarik.", Note: "Alasan menarik usulan", NoteNeeded: true) { IsGrave = true },
        SheetMove.RecordStage => new(
            "Catat tahap TPN", "Yang tercatat tidak diubah; hasil yang keliru diperbaiki dengan mencatat tahap itu sekali lagi.",
            "Tahap TPN dicatat.", Date: "Tanggal pelaksanaan", Note: "Catatan") { AsksForStage = true },
        SheetMove.Award => new(
            "Catat penetapan", "Unit memegang predikat ini sejak tahun keputusan. Nilai TPN yang tercatat dibekukan.",
            "Penetapan dicatat. Unit sekarang berpredikat.", "Nomor keputusan", "Tanggal keputusan", "Catatan"),
        SheetMove.Decline => new(
            "Catat tidak ditetapkan", "Perjalanan lembar ini berakhir di sini; unit dapat diusulkan lagi melalui lembar tahun berikutnya.",
            "Hasil TPN dicatat: tidak ditetapkan.", "Nomor surat", "Tanggal surat", "Catatan") { IsGrave = true },
        SheetMove.Monitor => new(
            "Catat laporan pemantauan", "Laporan berikutnya paling lambat dua tahun setelah tanggal ini.",
            "Laporan pemantauan dicatat.", "Nomor laporan", "Tanggal laporan", "Catatan"),
        SheetMove.Revoke => new(
            "Catat pencabutan", "Unit tidak lagi memegang predikat ini. Riwayat dan LHE tetap tersimpan.",
            "Pencabutan dicatat.", "Nomor keputusan", "Tanggal keputusan", "Alasan pencabutan", NoteNeeded: true) { IsGrave = true },
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    /// <summary>The kind of move in the history.</summary>
    public static string TagOf(SheetMove move) => move switch
    {
        SheetMove.Return or SheetMove.Reopen or SheetMove.WithdrawProposal or SheetMove.Withdraw => "hand",
        SheetMove.Award or SheetMove.Conclude or SheetMove.Monitor => "met",
        SheetMove.Decline or SheetMove.Revoke => "below",
        _ => "none",
    };
}
