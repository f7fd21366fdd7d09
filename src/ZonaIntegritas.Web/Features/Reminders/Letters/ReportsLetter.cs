using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders.Letters;

/// <summary>Scheduled reports are ready: in the words it was stored with, for it names no unit, unless this person does without.</summary>
public sealed class ReportsLetter : ILetter
{
    public bool Writes(MailDelivery delivery) => delivery.Kind == MailDelivery.Reports;

    public async Task<Written> WriteAsync(AppDbContext db, MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        var preference = await db.ReminderPreferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person.Id, ct) ?? ReminderPreference.Default;
        return preference.Wants(ReminderKind.Paper) ? Written.AsStored : Written.Nothing("Penerima memilih tidak menerima kabar laporan.");
    }
}
