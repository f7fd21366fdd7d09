using System.Net;
using System.Net.Sockets;

namespace ZonaIntegritas.Web.Features.Evidence.Links;

/// <summary>
/// Whether an IP address belongs to the public internet. This server stands inside an office's network: without this
/// rule an address typed by anybody would make it knock on that network's doors.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublicV4 = Parse(
        "0.0.0.0/8", // this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private
        "100.64.0.0/10", // shared by carriers (CGNAT)
        "127.0.0.0/8", // loopback
        "169.254.0.0/16", // link-local, and what cloud machines tell of themselves
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation
        "192.88.99.0/24", // retired 6to4 relays
        "198.18.0.0/15", // benchmarks
        "224.0.0.0/4", // multicast
        "240.0.0.0/4"); // reserved, broadcast

    /// <summary>Everything else is local, multicast, reserved or carries an IPv4 address inside.</summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 = Parse(
        "2001:2::/48", // benchmarks
        "2001:10::/28", "2001:20::/28", // ORCHID
        "2001:db8::/32", "3fff::/20"); // documentation

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !NotPublicV4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => IsPublicV6(address),
        _ => false,
    };

    private static bool IsPublicV6(IPAddress address) =>
        Inside(address) is { } inside
            ? inside.All(IsPublic)
            : GlobalV6.Contains(address) && !NotPublicV6.Any(network => network.Contains(address));

    /// <summary>IPv4 addresses that traffic to this IPv6 address ends at; null when it carries none.</summary>
    private static IPAddress[]? Inside(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Nat64.Contains(address) ? [new(bytes.AsSpan(12))]
            : SixToFour.Contains(address) ? [new(bytes.AsSpan(2, 4))]
            // The relay, and the guest behind it with its bits turned round.
            : Teredo.Contains(address) ? [new(bytes.AsSpan(4, 4)), new([.. bytes[12..].Select(part => (byte)~part)])]
            : null;
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
