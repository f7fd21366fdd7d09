namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>A mail ready to go out.</summary>
/// <param name="Id">The delivery's; the Message-Id is made from it, so that a repeat is the same message.</param>
public sealed record OutgoingMail(Guid Id, string Name, string Address, MailContent Content, DateTimeOffset Date);

/// <summary>Two ways out: a mail server, or a folder where none is set up.</summary>
public interface IMailTransport
{
    /// <exception cref="BackgroundWork.WorkFailedException">Not sent, for a reason a person can act on.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
