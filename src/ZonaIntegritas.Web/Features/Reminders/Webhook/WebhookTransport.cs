using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence.Links;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Reminders.Webhook;

/// <summary>
/// Posts a message to the agency's own relay, under the same rules as addresses of evidence: public https only, the name
/// is resolved and checked here, the connection is made to a checked address, and no redirect is followed.
/// </summary>
public sealed class WebhookTransport(ProbeWays ways, IOptions<WebhookOptions> options, TimeProvider clock) : IMailTransport, IDisposable
{
    private readonly HttpMessageInvoker _http = new(OutsiderHandler.Create(ways));
    private readonly WebhookOptions _options = options.Value;

    public async Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            var url = new Uri(_options.Url);
            using var request = Describe(mail, url, await CheckedAsync(url, patience.Token));
            using var answer = await _http.SendAsync(request, patience.Token);
            return answer.IsSuccessStatusCode ? null : throw Refused(answer.StatusCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new WorkFailedException($"Penerus webhook tidak menjawab dalam {_options.TimeoutSeconds} detik.", permanent: false);
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or IOException)
        {
            throw new WorkFailedException("Penerus webhook tidak dapat dihubungi, atau sertifikatnya tidak dapat dipercaya.", permanent: false, error);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<IPEndPoint[]> CheckedAsync(Uri url, CancellationToken ct)
    {
        var site = await ways.Locate(new(url.IdnHost, url.Port), ct);
        return site.Length > 0 && site.All(each => ways.MayReach(each.Address))
            ? site
            : throw new WorkFailedException("Alamat webhook mengarah ke jaringan dalam, jadi tidak dihubungi. Periksa Webhook:Url.", permanent: false);
    }

    private HttpRequestMessage Describe(OutgoingMail mail, Uri url, IPEndPoint[] site)
    {
        var body = WebhookMessage.Body(mail);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("ZonaIntegritas/1.0");
        request.Headers.Add("Idempotency-Key", mail.Id.ToString());
        request.Headers.Add(WebhookMessage.TimestampHeader, timestamp);
        request.Headers.Add(WebhookMessage.SignatureHeader, WebhookMessage.Sign(_options.Secret, timestamp, body));
        return OutsiderHandler.Aim(request, site);
    }

    private static WorkFailedException Refused(HttpStatusCode status)
    {
        // What the relay cannot take today it may take later; what it refuses it will refuse again.
        var comesBack = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
        return new($"Penerus webhook menjawab {(int)status}.", permanent: !comesBack);
    }
}
