using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders.Mailbox;

/// <summary>How a message stands, beyond the name of its state: until when it waits, when it was sent, why it was not.</summary>
public static class MailStanding
{
    public static string Of(MailRow row, DateTimeOffset now) => row.State switch
    {
        WorkState.Waiting => string.Join(' ', ((string[])[Until(row, now), Tried(row), row.Error]).Where(part => part.Length > 0)),
        WorkState.Done => row.SentAt is { } at ? Indonesian.Moment(at, IndonesianZone.WIB) : "",
        WorkState.Failed => $"{Tried(row)} {row.Error}".Trim(),
        WorkState.Withdrawn => row.Error,
        WorkState.Running => "",
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static string Until(MailRow row, DateTimeOffset now) =>
        row.NotBefore is { } moment && moment > now ? $"sampai {Indonesian.Moment(moment, IndonesianZone.WIB)}." : "";

    private static string Tried(MailRow row) => row.Tries > 0 ? $"Dicoba {row.Tries} kali." : "";
}
