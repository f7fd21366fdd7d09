using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders.Letters;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// Sends one stored message, in the words that are true at this moment, or withdraws it when nothing is left to say. Runs
/// as the system; safe to run twice or at two places. A crash after the other side has accepted and before the row says
/// so repeats the message under the same Message-Id.
/// </summary>
public sealed class DeliverMail(WorkRunner runner, LetterDesk desk, Transports transports, IWorkDispatcher dispatcher, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid deliveryId, CancellationToken ct)
    {
        IAsyncDisposable? farewell = null;
        try
        {
            var delay = await runner.RunAsync<MailDelivery>(
                deliveryId, async (db, delivery, limit) => farewell = await SendAsync(db, delivery, limit), ct);
            if (delay is { } wait)
            {
                dispatcher.DeliverMail(deliveryId, wait);
            }
        }
        finally
        {
            // Only now that the row is saved: each moment before that is one in which a crash would repeat the message.
            if (farewell is not null)
            {
                await farewell.DisposeAsync();
            }
        }
    }

    private async Task<IAsyncDisposable?> SendAsync(AppDbContext db, MailDelivery delivery, CancellationToken ct)
    {
        var person = await Recipient.FindAsync(db, delivery.RecipientId, ct);
        if (!person.IsActive)
        {
            delivery.Withdraw("Akun penerima sudah ditutup.");
            return null;
        }

        if (QuietUntil(delivery, person) is { } morning)
        {
            delivery.PutOff(morning);
            return null;
        }

        var written = await desk.WriteAsync(db, delivery, person, ct);
        if (written.Withdrawal.Length > 0)
        {
            delivery.Withdraw(written.Withdrawal);
            return null;
        }

        if (written.Content is { } fresh)
        {
            delivery.Compose(fresh, written.For, clock.GetUtcNow());
        }

        return await HandOverAsync(delivery, person, ct);
    }

    private async Task<IAsyncDisposable?> HandOverAsync(MailDelivery delivery, Recipient person, CancellationToken ct)
    {
        if (transports.Of(delivery.Channel) is not { } transport)
        {
            delivery.Withdraw("Saluran webhook sudah dimatikan.");
            return null;
        }

        var content = new MailContent(delivery.Subject, delivery.Text, delivery.Html);
        var farewell = await transport.SendAsync(
            new(delivery.Id, person.Name, person.Address, content, delivery.CreatedAt) { Kind = delivery.Kind, Day = delivery.Day }, ct);
        delivery.Sent(clock.GetUtcNow());
        return farewell;
    }

    /// <summary>Tried again in the evening it waits for the morning too; only the account's safety is told at any hour.</summary>
    private DateTimeOffset? QuietUntil(MailDelivery delivery, Recipient person)
    {
        var now = clock.GetUtcNow();
        return delivery.Kind != MailDelivery.Security && DigestTiming.AfterQuiet(person.Zone, now) is var morning && morning > now ? morning : null;
    }
}
