using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>The LHE is out: where to read it, never a figure or the verdict, for a mail may be read by anybody.</summary>
public sealed class LheLetter(LetterPaper paper, TimeProvider clock) : ILetter
{
    public bool Writes(MailDelivery delivery) =>
        delivery.Kind == MailDelivery.Handed && delivery.Key.StartsWith(DeliveryKeys.Lhe, StringComparison.Ordinal);

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        if (await LetterSheet.FindAsync(db, delivery.AssessmentId, clock, ct) is not { } sheet || person.Actor?.BelongsTo(sheet.UnitId) != true)
        {
            return Written.Nothing("Penerima tidak lagi bertugas di unit ini.");
        }

        if (!SheetLife.IsAfterLhe(sheet.Status) || !delivery.Key.EndsWith($":{sheet.Edition}", StringComparison.Ordinal))
        {
            return Written.Nothing("Lembar kerja sudah dibuka kembali.");
        }

        return new(paper.Write(person.Name, new(
            $"Zona Integritas: LHE {sheet.UnitName} tahun {sheet.Period.Year} sudah terbit",
            $"TPI sudah menerbitkan laporan hasil evaluasi (LHE) atas LKE {sheet.Period.Year} {sheet.UnitName}.",
            [
                new("Hasilnya, syarat yang belum terpenuhi dan langkah berikutnya dapat dibaca di aplikasi.", $"/perjalanan/{sheet.Id}", "Lihat hasil"),
                new("Penilaian TPI di samping jawaban unit, soal demi soal, dengan alasannya.", $"/selisih/{sheet.Id}", "Lihat selisih"),
            ],
            $"Surat ini dikirim karena Anda bertugas di {sheet.UnitName}.")));
    }
}
