using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Features.Reviews;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>A sheet that has come to TPI, to the one who judges first: how many questions wait for this person now.</summary>
public sealed class TurnLetter(LetterPaper paper, InstrumentLibrary instruments, TimeProvider clock) : ILetter
{
    public bool Writes(MailDelivery delivery) =>
        delivery.Kind == MailDelivery.Handed && delivery.Key.StartsWith(DeliveryKeys.Turn, StringComparison.Ordinal);

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        if (await LetterSheet.FindAsync(db, delivery.AssessmentId, clock, ct) is not { } sheet || person.Actor?.DutyOn(sheet.UnitId) is not { } duty)
        {
            return Written.Nothing("Penerima tidak lagi menilai unit ini.");
        }

        var waiting = SheetLife.AtTpi.Contains(sheet.Status)
            ? (await SheetWaitsReader.LoadAsync(db, instruments, [new(sheet.Id, sheet.UnitId, sheet.InstrumentVersionId)], ct))[sheet.Id].For(duty)
            : 0;
        if (waiting == 0)
        {
            return Written.Nothing("Tidak ada lagi soal yang menunggu penerima pada lembar ini.");
        }

        return new(paper.Write(person.Name, new(
            $"Zona Integritas: lembar kerja {sheet.UnitName} menunggu penilaian Anda",
            $"Lembar kerja LKE {sheet.Period.Year} {sheet.UnitName} sekarang menunggu TPI.",
            [new($"{waiting} soal menunggu penilaian Anda sebagai {ReviewProblems.Say(duty.Tier)}.{When(sheet)}", $"/penilaian/{sheet.Id}", "Mulai menilai")],
            $"Surat ini dikirim karena Anda ditugaskan menilai {sheet.UnitName}.")));
    }

    private static string When(LetterSheet sheet) =>
        sheet.Period.IsOpenForReview(sheet.Today)
            ? $" Evaluasi ditutup {DigestWords.Until(sheet.Period.ReviewUntil, sheet.Period.ReviewUntil.DayNumber - sheet.Today.DayNumber)}."
        : sheet.Today < sheet.Period.ReviewFrom ? $" Evaluasi dibuka {Indonesian.Date(sheet.Period.ReviewFrom)}."
        : "";
}
