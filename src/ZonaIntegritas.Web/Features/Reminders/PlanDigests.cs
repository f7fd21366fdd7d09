using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// Writes today's digest for everyone for whom something waits, then has it sent. Runs as the system. A second run on
/// the same day, or one that goes on after a crash, adds only what is missing.
/// </summary>
public sealed partial class PlanDigests(
    IDbContextFactory<AppDbContext> dbFactory, DigestSource source, DigestLetter letter, IWorkDispatcher dispatcher, ILogger<PlanDigests> logger)
{
    private const int BatchSize = 500;

    /// <returns>How many it wrote.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var material = await source.LoadAsync(db, ct);
        var planned = 0;
        foreach (var batch in (await DigestPeople.IdsAsync(db, ct)).Chunk(BatchSize))
        {
            var mails = Compose(await DigestPeople.LoadAsync(db, batch, ct), material);
            var added = await MissingRows.AddAsync(dbFactory, fresh => MissingAsync(fresh, mails, ct), ct);
            foreach (var mail in added)
            {
                dispatcher.DeliverMail(mail.Id);
            }

            planned += added.Count;
        }

        Log.Planned(logger, planned);
        return planned;
    }

    private List<MailDelivery> Compose(List<DigestPerson> people, DigestMaterial material)
    {
        var mails = new List<MailDelivery>();
        foreach (var person in people)
        {
            if (DigestPolicy.Compose(person.Actor, material.SheetsFor(person.Actor), new(WorkCalendar.WeekendsOnly, ReminderPreference.Default, null, material.Failed)) is { } digest)
            {
                var day = person.Zone.Today(material.Now);
                mails.Add(new(
                    Guid.CreateVersion7(material.Now), person.Actor.UserId, MailDelivery.Digest, day, letter.Compose(digest, day), material.Now));
            }
        }

        return mails;
    }

    private static async Task<List<MailDelivery>> MissingAsync(AppDbContext db, List<MailDelivery> mails, CancellationToken ct)
    {
        var people = mails.Select(mail => mail.RecipientId).ToList();
        var days = mails.Select(mail => mail.Day).Distinct().ToList();
        var there = (await db.MailDeliveries
                .Where(mail => mail.Kind == MailDelivery.Digest && days.Contains(mail.Day) && people.Contains(mail.RecipientId))
                .Select(mail => new { mail.RecipientId, mail.Day })
                .ToListAsync(ct))
            .ToHashSet();
        return [.. mails.Where(mail => !there.Contains(new { mail.RecipientId, mail.Day }))];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Planned {Count} digests")]
        public static partial void Planned(ILogger logger, int count);
    }
}
