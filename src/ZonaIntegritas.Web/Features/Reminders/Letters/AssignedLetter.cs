using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration.Teams;
using ZonaIntegritas.Web.Features.Reminders.Tell;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>Shares of TPI's work that this person was given since the message was written and holds still.</summary>
public sealed class AssignedLetter(LetterPaper paper) : ILetter
{
    public bool Writes(MailDelivery delivery) =>
        delivery.Kind == MailDelivery.Handed && delivery.Key.StartsWith(DeliveryKeys.Assigned, StringComparison.Ordinal);

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        var given = await db.ReviewAssignments.AsNoTracking()
            .Where(share => share.EvaluatorId == person.Id && share.EndedAt == null && share.GivenAt >= delivery.CreatedAt)
            .Join(db.WorkUnits, share => share.UnitId, unit => unit.Id, (share, unit) => new
            {
                Share = share,
                unit.Id,
                unit.ShortName,
                // The newest sheet that lies with TPI: where the work is.
                SheetId = db.Assessments.Where(sheet => sheet.UnitId == unit.Id && SheetLife.AtTpi.Contains(sheet.Status))
                    .OrderByDescending(sheet => sheet.SubmittedAt).Select(sheet => (Guid?)sheet.Id).FirstOrDefault(),
            })
            .OrderBy(found => found.ShortName)
            .ToListAsync(ct);
        var held = given.Where(found => person.Actor?.DutyOn(found.Id) is not null).ToList();
        if (held.Count == 0)
        {
            return Written.Nothing("Penerima tidak lagi memegang penugasan ini.");
        }

        return new(paper.Write(person.Name, new(
            $"Zona Integritas: {held.Count} penugasan evaluasi untuk Anda",
            "Anda ditugaskan menilai pembangunan Zona Integritas pada unit berikut.",
            [.. held.Select(found => new LetterLine(
                $"{found.ShortName}: sebagai {ShareWords.Say(found.Share)}.{(found.SheetId is null ? " Belum ada lembar kerja yang menunggu TPI." : "")}",
                found.SheetId is { } sheet ? $"/penilaian/{sheet}" : "/penilaian",
                found.SheetId is null ? "Buka giliran saya" : "Buka lembar kerja"))],
            "Surat ini dikirim karena administrator mengubah penugasan Anda. Penugasan dalam seperempat jam digabung menjadi satu surat.")));
    }
}
