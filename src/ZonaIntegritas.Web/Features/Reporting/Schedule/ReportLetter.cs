using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Letters;

namespace ZonaIntegritas.Web.Features.Reporting.Schedule;

/// <summary>Says that reports are ready, and where; without a figure in it.</summary>
public sealed class ReportLetter(LetterPaper paper)
{
    public MailContent Compose(string name, DateOnly slot, DateOnly today) => paper.Write(name, new(
        $"Zona Integritas: laporan kesiapan {Indonesian.Date(slot)} sudah tersedia",
        $"Laporan kesiapan Zona Integritas untuk jadwal {Indonesian.Date(slot)} sudah tersedia per {Indonesian.Date(today)}.",
        [new(
            "Buka halaman Laporan untuk membaca dan mencetaknya. Berkas tidak dilampirkan; akses diperiksa saat dibuka.",
            "/laporan",
            "Buka Laporan")],
        "Surat ini dikirim otomatis setelah laporan berkala selesai dibuat."));
}
