using ZonaIntegritas.Web.Features.Reporting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>One mail to one person: written when it is due, then sent; unique by person, kind and day.</summary>
public sealed class MailDelivery
{
    public const string Digest = "digest";
    public const int ErrorMaxLength = 500;

    private MailDelivery()
    {
    }

    public MailDelivery(Guid id, Guid recipientId, string kind, DateOnly day, string subject, string text, string html, DateTimeOffset now)
    {
        (Id, RecipientId, Kind, Day) = (id, recipientId, kind, day);
        (Subject, Text, Html, CreatedAt) = (subject, text, html, now);
    }

    public Guid Id { get; private set; }

    public Guid RecipientId { get; private set; }

    public string Kind { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public WorkState State { get; private set; }

    public int Tries { get; private set; }

    public string Error { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public void Start()
    {
        State = WorkState.Running;
        Tries++;
    }

    public void Sent(DateTimeOffset now) => (State, SentAt, Error) = (WorkState.Done, now, "");

    /// <param name="final">Whether no further try is made.</param>
    public void Fail(string error, bool final) =>
        (State, Error) = (final ? WorkState.Failed : WorkState.Waiting, error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error);
}
