using ZonaIntegritas.Domain.Reminders;

namespace ZonaIntegritas.Web.Features.Reminders.Notices;

/// <summary>
/// A line behind the bell, in the words of the mail. The same thing is one row: raised again with other words it is
/// unread again, with the same words it stays as it was.
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

    /// <summary>What it reminds of is done; it no longer counts as unread.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsUnread => ReadAt is null && SettledAt is null;

    public void RaiseAgain(string text, DateTimeOffset now)
    {
        if (Text == Cut(text) && SettledAt is null)
        {
            return;
        }

        (Text, RaisedAt, ReadAt, SettledAt) = (Cut(text), now, null, null);
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Settle(DateTimeOffset now) => SettledAt ??= now;

    private static string Cut(string text) => text.Length <= TextMaxLength ? text : text[..(TextMaxLength - 1)] + "…";
}
