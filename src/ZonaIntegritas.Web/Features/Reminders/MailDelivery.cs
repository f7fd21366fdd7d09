using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Which way a delivery goes.</summary>
public enum DeliveryChannel
{
    Mail,

    /// <summary>Signed JSON to the agency's own relay.</summary>
    Webhook,
}

/// <summary>
/// One message to one person: written with its cause in one transaction, then sent; unique by person, kind, channel and
/// key. A message about something that goes on is put into words only when it is sent, so that it says what is true then.
/// </summary>
public sealed class MailDelivery : StoredWork
{
    public const string Digest = "digest";

    /// <summary>Scheduled reports are ready.</summary>
    public const string Reports = "reports";

    /// <summary>TPI sent questions back; what comes within a quarter of an hour is one message.</summary>
    public const string Returned = "returned";

    /// <summary>A sheet was handed to this person.</summary>
    public const string Handed = "handed";

    /// <summary>The own account was changed.</summary>
    public const string Security = "security";

    public const int SubjectMaxLength = 200;
    public const int KeyMaxLength = 100;

    /// <summary>In the order in which a list offers them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Digest, Returned, Handed, Security, Reports];

    private MailDelivery()
    {
    }

    public MailDelivery(Guid id, Guid recipientId, string kind, DateOnly day, MailContent content, DateTimeOffset now)
        : this(id, recipientId, kind, day, KeyOf(day), now) => Compose(content, "", now);

    /// <summary>A message that is put into words when it is sent.</summary>
    public MailDelivery(Guid id, Guid recipientId, string kind, DateOnly day, string key, DateTimeOffset now)
    {
        (Id, RecipientId, Kind, Day, Key, CreatedAt) = (id, recipientId, kind, day, key, now);
    }

    public Guid RecipientId { get; private set; }

    public string Kind { get; private set; } = "";

    public DeliveryChannel Channel { get; init; }

    /// <summary>What of this kind it is about: the day of a digest, the sheet or event of the others.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The sheet it is about; null when it is about none, or many.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>On the recipient's own calendar.</summary>
    public DateOnly Day { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>Of subject and both texts, as 64 hexadecimal digits; empty until it is put into words.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Role, unit and assignments the words were written for; other ones now mean other words.</summary>
    public string WrittenFor { get; private set; } = "";

    public DateTimeOffset? WrittenAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The same message by another way, with a life of its own from here on.</summary>
    public MailDelivery Twin(Guid id, DeliveryChannel channel)
    {
        var twin = new MailDelivery(id, RecipientId, Kind, Day, Key, CreatedAt) { Channel = channel, AssessmentId = AssessmentId };
        (twin.Subject, twin.Text, twin.Html, twin.ContentHash) = (Subject, Text, Html, ContentHash);
        (twin.WrittenFor, twin.WrittenAt) = (WrittenFor, WrittenAt);
        if (NotBefore is { } moment)
        {
            twin.WaitUntil(moment);
        }

        return twin;
    }

    public static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Compose(MailContent content, string writtenFor, DateTimeOffset now)
    {
        var subject = content.Subject.Length <= SubjectMaxLength ? content.Subject : content.Subject[..(SubjectMaxLength - 1)] + "…";
        (Subject, Text, Html) = (subject, content.Text, content.Html);
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject}\n{Text}\n{Html}")));
        (WrittenFor, WrittenAt) = (writtenFor, now);
    }

    /// <summary>Waits for this moment, unless it is here already.</summary>
    public void HoldUntil(DateTimeOffset due, DateTimeOffset now)
    {
        if (due > now)
        {
            WaitUntil(due);
        }
    }

    /// <summary>Taken up, but not to be sent before this moment.</summary>
    public void PutOff(DateTimeOffset until)
    {
        Release();
        WaitUntil(until);
    }

    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        Complete();
    }
}

/// <summary>A mail's words, in both forms.</summary>
public sealed record MailContent(string Subject, string Text, string Html);
