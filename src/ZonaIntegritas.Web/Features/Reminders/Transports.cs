using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Reminders.Webhook;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>Which way out each channel takes.</summary>
public sealed class Transports(IMailTransport mail, WebhookTransport webhook, IOptions<WebhookOptions> options)
{
    /// <returns>Null when the channel is turned off.</returns>
    public IMailTransport? Of(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Mail => mail,
        DeliveryChannel.Webhook => options.Value.Enabled ? webhook : null,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
