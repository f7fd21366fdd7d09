using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>Questions that TPI sent back: all that are still open when the message goes out, each with its reason.</summary>
public sealed class ReturnedLetter(LetterPaper paper, TimeProvider clock) : ILetter
{
    public bool Writes(MailDelivery delivery) => delivery.Kind == MailDelivery.Returned;

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        if (await LetterSheet.FindAsync(db, delivery.AssessmentId, clock, ct) is not { } sheet || person.Actor?.MayFill(sheet.UnitId) != true)
        {
            return Written.Nothing("Penerima tidak lagi mengisi lembar kerja ini.");
        }

        var open = await db.ReturnedItems.Where(item => item.AssessmentId == sheet.Id && item.State == ReturnedItemState.Open)
            .OrderBy(item => item.ReturnedAt).ThenBy(item => item.Id)
            .Select(item => new { item.QuestionCode, item.Reason })
            .ToListAsync(ct);
        if (open.Count == 0)
        {
            return Written.Nothing("Tidak ada lagi soal yang menunggu perbaikan.");
        }

        return new(paper.Write(person.Name, new(
            $"Zona Integritas: {open.Count} soal {sheet.UnitName} dikembalikan TPI",
            $"TPI mengembalikan {open.Count} soal LKE {sheet.Period.Year} {sheet.UnitName}.{Until(sheet)}",
            [.. open.Select(item => new LetterLine(
                $"Soal {item.QuestionCode}: “{DigestWords.Excerpt(item.Reason)}”",
                $"/lembar-kerja/{sheet.Id}?soal={Uri.EscapeDataString(item.QuestionCode)}",
                "Perbaiki soal ini"))],
            $"Surat ini dikirim karena Anda koordinator {sheet.UnitName}. Pengembalian dalam seperempat jam digabung menjadi satu surat.")));
    }

    private static string Until(LetterSheet sheet) => sheet.Period.IsOpenForRepair(sheet.Today)
        ? $" Perbaiki paling lambat {DigestWords.Until(sheet.Period.RepairUntil, sheet.Period.RepairUntil.DayNumber - sheet.Today.DayNumber)}."
        : "";
}
