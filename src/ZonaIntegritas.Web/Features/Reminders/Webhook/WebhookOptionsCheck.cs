using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders.Webhook;

/// <summary>Refuses to start with a webhook that would tell the wrong ones, or that nobody could check.</summary>
public sealed class WebhookOptionsCheck : IValidateOptions<WebhookOptions>
{
    private const int SecretMinLength = 32;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> faults = options.Enabled ? [.. Faults(options)] : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WebhookOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || LinkAddress.ProblemOf(url) is not null)
        {
            yield return "Webhook:Url must be a public https address on port 443 or 8443, without a password in it, such as 'https://relay.contoh.go.id/zona'.";
        }

        if (options.Secret.Length < SecretMinLength)
        {
            yield return $"Webhook:Secret needs at least {SecretMinLength} letters: the relay checks the signature with it.";
        }
    }
}
