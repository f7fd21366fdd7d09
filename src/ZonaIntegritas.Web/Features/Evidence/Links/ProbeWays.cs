using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// How <see cref="LinkProbe"/> finds a site and where it may go. Given as functions so that tests can put a site on
/// this machine; the app has one set (<see cref="Outside"/>), and no setting changes it.
/// </summary>
/// <param name="Locate">The addresses of a host; throws a SocketException as <see cref="Dns"/> does.</param>
/// <param name="MayReach">The rule that each address is held against before a connection is made to it.</param>
/// <param name="AlsoTrusted">Null: only the certificates that the machine trusts.</param>
public sealed record ProbeWays(
    Func<DnsEndPoint, CancellationToken, Task<IPEndPoint[]>> Locate, Func<IPAddress, bool> MayReach, X509Certificate2? AlsoTrusted = null)
{
    public static ProbeWays Outside { get; } = new(LocateAsync, PublicAddress.IsPublic);

    private static async Task<IPEndPoint[]> LocateAsync(DnsEndPoint site, CancellationToken ct) =>
        [.. (await Dns.GetHostAddressesAsync(site.Host, ct)).Select(address => new IPEndPoint(address, site.Port))];
}
