using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <param name="Zone">Decides which hours are quiet.</param>
internal sealed record Told(Guid Id, IndonesianZone Zone);

/// <summary>A message that is put into words when it is sent.</summary>
/// <param name="Topic">How the keys begin of all that may be one message with it.</param>
/// <param name="Event">The end of the key: the first thing that happened, so that a later bundle is another row.</param>
internal sealed record News(string Kind, string Topic, string Event, DateTimeOffset Now)
{
    public Guid? AssessmentId { get; init; }

    /// <summary>How long to wait for more of the same.</summary>
    public TimeSpan WaitsFor { get; init; }
}

/// <summary>Writes messages into the transaction of their cause: one row per person, joined while it waits.</summary>
internal static class Bundle
{
    /// <summary>What happens again and again within this time is one message.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    public static async Task AddAsync(AppDbContext db, IReadOnlyCollection<Told> people, News news, CancellationToken ct)
    {
        List<Guid> ids = [.. people.Select(person => person.Id)];
        var waiting = await db.MailDeliveries
            .Where(mail => mail.Kind == news.Kind && mail.Channel == DeliveryChannel.Mail && mail.State == WorkState.Waiting
                && mail.Key.StartsWith(news.Topic) && ids.Contains(mail.RecipientId))
            .Select(mail => mail.RecipientId).ToListAsync(ct);
        db.AddRange(people.DistinctBy(person => person.Id).Where(person => !waiting.Contains(person.Id)).Select(person => Row(person, news)));
    }

    private static MailDelivery Row(Told person, News news)
    {
        var row = new MailDelivery(
            Guid.CreateVersion7(news.Now), person.Id, news.Kind, person.Zone.Today(news.Now), news.Topic + news.Event, news.Now) { AssessmentId = news.AssessmentId };
        row.HoldUntil(DigestTiming.AfterQuiet(person.Zone, news.Now + news.WaitsFor), news.Now);
        return row;
    }
}
