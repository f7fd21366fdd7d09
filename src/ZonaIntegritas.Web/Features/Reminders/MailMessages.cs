using Microsoft.Extensions.Options;
using MimeKit;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Builds the message: the same delivery always gives the same identity and date, and the same words the same bytes.</summary>
public sealed class MailMessages(IOptions<EmailOptions> email, IOptions<AgencyOptions> agency)
{
    /// <exception cref="WorkFailedException">The address cannot be one.</exception>
    public MimeMessage Build(OutgoingMail mail)
    {
        if (mail.Address != OneLine.Of(mail.Address) || !MailboxAddress.TryParse(mail.Address, out var address))
        {
            throw new WorkFailedException("Alamat surel penerima tidak sah. Perbaiki di data pengguna, lalu kirim ulang.", permanent: true);
        }

        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{new Uri(agency.Value.PublicUrl).IdnHost}",
            Date = mail.Date,
            Subject = OneLine.Of(mail.Content.Subject),
            Body = Body(mail),
        };
        message.From.Add(new MailboxAddress(OneLine.Of(agency.Value.Secretariat), email.Value.From));
        message.To.Add(new MailboxAddress(OneLine.Of(mail.Name), address.Address));
        // Keeps out-of-office replies from coming back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Kind == MailDelivery.Digest)
        {
            // To the page behind the sign-in: whoever is forwarded a mail must not be able to change another person's.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{ReminderPlaces.Preferences(agency.Value)}>");
        }

        return message;
    }

    private static MimeEntity Body(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Content.Text, HtmlBody = mail.Content.Html }.ToMessageBody();
        if (body is Multipart parts)
        {
            parts.Boundary = $"=-{mail.Id:N}";
        }

        return body;
    }
}
