using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>
/// A line behind the bell, in the words of the mail. The same thing is one row: news rings each time, a state of things
/// only when something about it has changed.
/// </summary>
public sealed class Notice
{
    public const int TextMaxLength = 600;
    public const int LinkMaxLength = 300;
    public const int KeyMaxLength = 340;

    /// <summary>Kept so many days after it was last raised.</summary>
    public const int KeptDays = 90;

    private Notice()
    {
    }

    public Notice(Guid id, Guid personId, DigestLine line, DateTimeOffset now)
    {
        (Id, PersonId, Kind, Key, UnitId, Link) = (id, personId, line.Kind, line.Key, line.UnitId, line.Link);
        (Text, RaisedAt) = (Cut(line.Text), now);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public ReminderKind Kind { get; private set; }

    /// <summary>Unique for the person.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Shown only while the person may see this unit.</summary>
    public Guid? UnitId { get; private set; }

    public string Text { get; private set; } = "";

    public string Link { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>What it reminds of no longer waits; it no longer counts as unread.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsUnread => ReadAt is null && SettledAt is null;

    /// <summary>A state that is as it was, but for the days that are left, does not ring again.</summary>
    public void RaiseAgain(string text, DateTimeOffset now)
    {
        var same = !ReminderKinds.IsNews(Kind) && SettledAt is null && DigestWords.WithoutDaysLeft(Text) == DigestWords.WithoutDaysLeft(Cut(text));
        Text = Cut(text);
        if (!same)
        {
            (RaisedAt, ReadAt, SettledAt) = (now, null, null);
        }
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Settle(DateTimeOffset now) => SettledAt ??= now;

    private static string Cut(string text) => text.Length <= TextMaxLength ? text : text[..(TextMaxLength - 1)] + "…";
}
