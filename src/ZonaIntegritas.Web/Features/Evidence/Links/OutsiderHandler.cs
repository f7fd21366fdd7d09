using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>An HTTP client that goes only where it is told, follows nothing, keeps nothing and says honestly who it is.</summary>
internal static class OutsiderHandler
{
    private static readonly HttpRequestOptionsKey<IPEndPoint[]> Site = new("checked-addresses");

    public static SocketsHttpHandler Create(ProbeWays ways) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would resolve the name again, out of our sight.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        MaxResponseHeadersLength = 32,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // Used once: the next request may have found other addresses.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = ConnectAsync,
        SslOptions = ways.AlsoTrusted is null ? new() : new() { CertificateChainPolicy = Trusting(ways.AlsoTrusted) },
    };

    /// <param name="site">Addresses that were checked; a connection is made to no other.</param>
    public static HttpRequestMessage Request(Uri address, IPEndPoint[] site)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("ZonaIntegritas-PemeriksaTautan/1.0 (memeriksa apakah tautan data dukung terbuka)");
        request.Headers.Accept.ParseAdd("text/html,*/*;q=0.8");
        request.Headers.AcceptLanguage.ParseAdd("id,en;q=0.5");
        return Aim(request, site);
    }

    /// <param name="site">Addresses that were checked; a connection is made to no other.</param>
    public static HttpRequestMessage Aim(HttpRequestMessage request, IPEndPoint[] site)
    {
        request.Options.Set(Site, site);
        return request;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        context.InitialRequestMessage.Options.TryGetValue(Site, out var site);
        SocketException? last = null;
        foreach (var address in site ?? [])
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failed)
            {
                socket.Dispose();
                last = failed as SocketException;
                if (last is null)
                {
                    throw;
                }
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static X509ChainPolicy Trusting(X509Certificate2 certificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(certificate);
        return policy;
    }
}
