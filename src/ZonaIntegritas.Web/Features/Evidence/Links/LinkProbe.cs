using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// Opens an address as an outsider would: no cookies, no referrer, nobody signed in. The name is resolved here, every
/// address of it is checked, and the connection is made to a checked address, so that a name which changes its mind
/// between the check and the connection gains nothing. Each redirect is a new address under the same rules.
/// </summary>
public sealed class LinkProbe(ProbeWays ways) : IDisposable
{
    private const int MaxRedirects = 5;
    private const int MaxBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpMessageInvoker _http = new(OutsiderHandler.Create(ways));

    public async Task<LinkFinding> LookAsync(Uri address, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return LinkAddress.ProblemOf(address) is null ? await FollowAsync(address, patience.Token) : LinkFinding.Inside;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return LinkFinding.TooSlow;
        }
        catch (SocketException error)
        {
            return LinkFinding.Of(error.SocketErrorCode);
        }
        catch (HttpRequestException error)
        {
            return FindingOf(error);
        }
        catch (IOException)
        {
            return LinkFinding.TooSlow;
        }
        catch (RegexMatchTimeoutException)
        {
            // It did open; what it says is beyond us.
            return LinkFinding.Opens;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<LinkFinding> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var site = await ways.Locate(new(address.IdnHost, address.Port), ct);
            if (site.Length == 0 || !site.All(each => ways.MayReach(each.Address)))
            {
                return site.Length == 0 ? LinkFinding.Of(SocketError.HostNotFound) : LinkFinding.Inside;
            }

            using var request = OutsiderHandler.Request(address, site);
            using var response = await _http.SendAsync(request, ct);
            if (TargetOf(response, address) is not { } target)
            {
                return await JudgeAsync(response, address, ct);
            }

            if (FaultOf(target) is { } fault)
            {
                return fault;
            }

            address = target;
        }

        return LinkFinding.RunsInCircles;
    }

    /// <summary>Null when it is an answer and not a redirect.</summary>
    private static Uri? TargetOf(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new(from, location) : null;

    private static LinkFinding? FaultOf(Uri target) =>
        LinkAddress.ProblemOf(target) is { } problem
            ? problem == LinkProblems.NotSecure ? LinkFinding.NotSecure : LinkFinding.Inside
            : SignInSigns.OfRedirect(target);

    private static async Task<LinkFinding> JudgeAsync(HttpResponseMessage response, Uri address, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (SignInSigns.OfHost(address) is { } door)
        {
            return door;
        }

        return status switch
        {
            >= 200 and < 300 => await ReadAsync(response, address, ct),
            401 or 403 or 407 => LinkFinding.Refused(status),
            408 or 425 or 429 or >= 500 => LinkFinding.Troubled(status),
            _ => LinkFinding.Missing(status),
        };
    }

    /// <summary>Only pages are read, and of them only the beginning: a file that is offered is open.</summary>
    private static async Task<LinkFinding> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken ct)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return LinkFinding.Opens;
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[MaxBytes];
        var read = await body.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, ct);
        return SignInSigns.OfPage(address, Encoding.UTF8.GetString(buffer, 0, read), whole: read < MaxBytes) ?? LinkFinding.Opens;
    }

    private static LinkFinding FindingOf(HttpRequestException error) => error switch
    {
        { InnerException: SocketException socket } => LinkFinding.Of(socket.SocketErrorCode),
        { HttpRequestError: HttpRequestError.SecureConnectionError } => LinkFinding.BadCertificate,
        _ => LinkFinding.TooSlow,
    };
}
