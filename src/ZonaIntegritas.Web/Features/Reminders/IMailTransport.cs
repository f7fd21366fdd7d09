namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>A message ready to go out.</summary>
/// <param name="Id">The delivery's; the Message-Id is made from it, so that a repeat is the same message.</param>
public sealed record OutgoingMail(Guid Id, string Name, string Address, MailContent Content, DateTimeOffset Date)
{
    public string Kind { get; init; } = "";

    public DateOnly Day { get; init; }
}

/// <summary>Ways out: a mail server, a folder where none is set up, and the agency's own relay.</summary>
public interface IMailTransport
{
    /// <summary>Returns at the moment the other side has answered for the message, so that the row can say so at once.</summary>
    /// <returns>The leave-taking, for after the row is saved; null when there is none.</returns>
    /// <exception cref="BackgroundWork.WorkFailedException">Not sent, for a reason a person can act on.</exception>
    Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct);
}
