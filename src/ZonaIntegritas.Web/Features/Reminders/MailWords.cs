using ZonaIntegritas.Web.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Kinds, channels and subjects of messages in words.</summary>
public static class MailWords
{
    public static string SayKind(string kind) => kind switch
    {
        MailDelivery.Digest => "Ringkasan",
        MailDelivery.Reports => "Laporan tersedia",
        MailDelivery.Returned => "Soal dikembalikan",
        MailDelivery.Handed => "Lembar diserahkan",
        MailDelivery.Security => "Keamanan akun",
        _ => kind,
    };

    public static string Say(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Mail => "Surel",
        DeliveryChannel.Webhook => "Webhook",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>The subject; a message that has none yet is called by its kind.</summary>
    public static string TitleOf(string subject, string kind, WorkState state) =>
        subject.Length > 0 ? subject
        : state == WorkState.Withdrawn ? SayKind(kind)
        : $"{SayKind(kind)}, ditulis saat dikirim";
}
