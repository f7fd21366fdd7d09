using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>One mail to one person: written when it is due, then sent; unique by person, kind and day.</summary>
public sealed class MailDelivery : StoredWork
{
    public const string Digest = "digest";

    /// <summary>Scheduled reports are ready.</summary>
    public const string Reports = "reports";
    public const int SubjectMaxLength = 200;

    private MailDelivery()
    {
    }

    public MailDelivery(Guid id, Guid recipientId, string kind, DateOnly day, MailContent content, DateTimeOffset now)
    {
        (Id, RecipientId, Kind, Day) = (id, recipientId, kind, day);
        (Subject, Text, Html, CreatedAt) = (content.Subject, content.Text, content.Html, now);
    }

    public Guid RecipientId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>On the recipient's own calendar.</summary>
    public DateOnly Day { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        Complete();
    }
}

/// <summary>A mail's words, in both forms.</summary>
public sealed record MailContent(string Subject, string Text, string Html);
