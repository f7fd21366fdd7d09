using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>Kinds of reminders as people call them.</summary>
public static class NoticeWords
{
    public static string Say(ReminderKind kind) => kind switch
    {
        ReminderKind.Returned => "Soal dikembalikan",
        ReminderKind.OpenQuestions => "Soal belum dijawab",
        ReminderKind.Review => "Menunggu penilaian",
        ReminderKind.Escalation => "Tenggat dekat",
        ReminderKind.FailedWork => "Pekerjaan gagal",
        ReminderKind.Evidence => "Data dukung",
        ReminderKind.Alert => "Batas nilai",
        ReminderKind.ActionPlan => "Rencana aksi",
        ReminderKind.Paper => "Laporan dan paket",
        ReminderKind.Handed => "Diserahkan kepada Anda",
        ReminderKind.Mention => "Anda disebut",
        ReminderKind.Security => "Akun Anda",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the kind is about, for whoever chooses.</summary>
    public static string Explain(ReminderKind kind) => kind switch
    {
        ReminderKind.Evidence => "Dokumen yang akan atau sudah kedaluwarsa, dan tautan yang tidak dapat dibuka.",
        ReminderKind.Alert => "Nilai yang turun di bawah syarat predikat.",
        ReminderKind.ActionPlan => "Butir rencana aksi yang jatuh tempo atau terlambat.",
        ReminderKind.Paper => "Laporan atau paket yang selesai dibuat.",
        ReminderKind.Mention => "Nama Anda ditulis di percakapan sebuah soal.",
        _ => "",
    };
}
