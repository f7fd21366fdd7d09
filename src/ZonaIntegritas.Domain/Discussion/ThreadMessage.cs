using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Domain.Discussion;

public enum Audience
{
    /// <summary>Everybody who may see the sheet.</summary>
    Everybody,

    /// <summary>TPI and the administrator: catatan tim.</summary>
    TpiOnly,
}

/// <summary>
/// A message in a question's thread. Never changed, never removed: that it is settled is said by a later message that
/// <see cref="Settles"/> it.
/// </summary>
public sealed class ThreadMessage
{
    public const int TextMaxLength = 2000;

    private ThreadMessage()
    {
    }

    public ThreadMessage(Guid id, Guid assessmentId, string questionCode, MessageAuthor author, DateTimeOffset at, MessageText text)
    {
        (Id, AssessmentId, QuestionCode, At) = (id, assessmentId, questionCode, at);
        (By, Capacity) = (author.UserId, author.Capacity);
        (Text, Audience, Settles) = (text.Text.Trim(), text.Audience, text.Settles);
    }

    public Guid Id { get; private set; }

    public Guid AssessmentId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    public Guid By { get; private set; }

    /// <summary>What the author was towards the unit when writing.</summary>
    public Capacity Capacity { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Text { get; private set; } = "";

    public Audience Audience { get; private set; }

    /// <summary>The message this one settles ("selesai"); null for an ordinary one.</summary>
    public Guid? Settles { get; private set; }
}

public sealed record MessageAuthor(Guid UserId, Capacity Capacity);

public sealed record MessageText(string Text, Audience Audience = Audience.Everybody, Guid? Settles = null);

/// <summary>A person named in a message, until it is read.</summary>
public sealed class MessageMention
{
    private MessageMention()
    {
    }

    public MessageMention(Guid messageId, Guid userId) => (MessageId, UserId) = (messageId, userId);

    public Guid MessageId { get; private set; }

    public Guid UserId { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
