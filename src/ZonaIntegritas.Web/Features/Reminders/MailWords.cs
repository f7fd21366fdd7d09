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

    /// <summary>A message that waits may have no words yet: they are chosen when it is sent.</summary>
    public static string SubjectOf(string subject, string kind) => subject.Length > 0 ? subject : $"{SayKind(kind)}, ditulis saat dikirim";
}
