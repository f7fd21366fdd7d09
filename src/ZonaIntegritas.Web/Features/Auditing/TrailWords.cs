using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>What was done, in words.</summary>
public static class TrailWords
{
    /// <summary>Actions in the order in which a filter offers them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [.. Enum.GetValues<AuditAction>().OrderBy(Say, StringComparer.Ordinal)];

    public static string Say(AuditAction action) => action switch
    {
        AuditAction.EvidenceAttached => "Dokumen dipasang",
        AuditAction.EvidenceDetached => "Dokumen dilepas",
        AuditAction.EvidencePointed => "Letak bukti ditunjuk",
        AuditAction.EvidenceVersionAdded => "Versi dokumen ditambah",
        AuditAction.EvidenceDescribed => "Keterangan dokumen diubah",
        AuditAction.EvidenceDiscarded => "Dokumen dibuang",
        AuditAction.EvidencePreviewed => "Dokumen dilihat",
        AuditAction.EvidenceDownloaded => "Dokumen diunduh",
        AuditAction.EvidenceScanned => "Dokumen dipindai",
        AuditAction.EvidenceLinkChecked => "Tautan diperiksa",
        AuditAction.EvidenceFoundBroken => "Berkas rusak ditemukan",
        AuditAction.AnswerSaved => "Jawaban disimpan",
        AuditAction.AnswerCarriedOver => "Jawaban dibawa dari tahun lalu",
        AuditAction.SheetMoved => "Tahap lembar berpindah",
        AuditAction.TargetChanged => "Target diubah",
        AuditAction.MessageWritten => "Pesan ditulis",
        AuditAction.PeriodOpened => "Periode dibuka",
        AuditAction.PeriodChanged => "Periode diubah",
        AuditAction.PeriodClosed => "Periode ditutup",
        AuditAction.InstrumentLoaded => "Instrumen dimuat",
        AuditAction.InstrumentApplied => "Instrumen diterapkan",
        AuditAction.InstrumentUndone => "Penerapan instrumen dibatalkan",
        AuditAction.ConditionRecorded => "Syarat dicatat",
        AuditAction.ConditionConfirmed => "Syarat dipastikan",
        AuditAction.UnitAffirmed => "Afirmasi unit diubah",
        AuditAction.UnitChanged => "Data unit diubah",
        AuditAction.PersonChanged => "Akun diubah",
        AuditAction.AssignmentGiven => "Penugasan diberikan",
        AuditAction.AssignmentEnded => "Penugasan diakhiri",
        AuditAction.TpnImported => "Hasil TPN dimasukkan",
        AuditAction.TrailExported => "Riwayat diekspor",
        AuditAction.PaperIssued => "Naskah diterbitkan",
        AuditAction.SheetExported => "Lembar diekspor",
        AuditAction.WorkbookImported => "Buku kerja diimpor",
        AuditAction.SettingsChanged => "Pengaturan diubah",
        AuditAction.ActionPlanned => "Rencana aksi diubah",
        AuditAction.JobStarted => "Pekerjaan terjadwal dijalankan",
        AuditAction.WorkTriedAgain => "Pekerjaan gagal dicoba lagi",
        AuditAction.WorkWithdrawn => "Pekerjaan dibatalkan",
        // One that another part of the app has just brought: readable, if not yet in Indonesian.
        _ => action.ToString(),
    };

    public static string Say(TrailRow row) => row.Action switch
    {
        AuditAction.SheetMoved when Enum.TryParse<SheetMove>(row.Note, out var move) => StatusWords.Say(move),
        AuditAction.AnswerSaved => $"{Say(row.Action)}{(row.Layer is { } layer ? $" ({Say(layer)}{(row.Note.Length > 0 ? $", {row.Note}" : "")})" : "")}",
        AuditAction.MessageWritten when row.Layer == Layer.Tpi => "Catatan tim ditulis",
        _ => Say(row.Action),
    };

    /// <summary>What the note says beyond <see cref="Say(TrailRow)"/>.</summary>
    public static string NoteOf(TrailRow row) => row.Action is AuditAction.SheetMoved or AuditAction.AnswerSaved ? "" : row.Note;

    public static string Say(Layer layer) => layer switch
    {
        Layer.Unit => "penilaian mandiri",
        Layer.Tpi => "TPI",
        Layer.Tpn => "TPN",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    public static string Say(Role role) => role switch
    {
        Role.Administrator => "administrator",
        Role.Koordinator => "koordinator",
        Role.Evaluator => "evaluator",
        Role.Pimpinan => "pimpinan",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>"17 Oktober 2024 14.02 WIB", or without the day when it stands above.</summary>
    public static string When(TrailRow row) => Indonesian.Moment(row.At, row.Zone);
}
