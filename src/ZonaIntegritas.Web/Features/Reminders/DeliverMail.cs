using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>
/// Sends one stored mail. Runs as the system; safe to run twice or at two places. A crash after the mail server has
/// accepted and before the row says so repeats the message under the same Message-Id.
/// </summary>
public sealed class DeliverMail(WorkRunner runner, IMailTransport transport, IWorkDispatcher dispatcher, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid deliveryId, CancellationToken ct)
    {
        if (await runner.RunAsync<MailDelivery>(deliveryId, SendAsync, ct) is { } delay)
        {
            dispatcher.DeliverMail(deliveryId, delay);
        }
    }

    private async Task SendAsync(AppDbContext db, MailDelivery delivery, CancellationToken ct)
    {
        var recipient = await db.Users.Where(user => user.Id == delivery.RecipientId)
            .Select(user => new { user.FullName, user.Email, user.IsActive })
            .SingleAsync(ct);
        if (!recipient.IsActive)
        {
            throw new WorkFailedException("Akun penerima sudah ditutup, surat tidak dikirim.", permanent: true);
        }

        var content = new MailContent(delivery.Subject, delivery.Text, delivery.Html);
        await transport.SendAsync(new(delivery.Id, recipient.FullName, recipient.Email ?? "", content, delivery.CreatedAt), ct);
        delivery.Sent(clock.GetUtcNow());
    }
}
