using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>Where clamd listens: the path of its socket, or host and port.</summary>
public sealed record ScannerAddress(EndPoint EndPoint)
{
    private const int DefaultPort = 3310;

    /// <returns>Null when it is neither.</returns>
    public static ScannerAddress? Parse(string address)
    {
        if (address.StartsWith('/'))
        {
            return new(new UnixDomainSocketEndPoint(address));
        }

        if (!Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var uri) || uri.PathAndQuery is not ("" or "/") || uri.UserInfo.Length > 0 || uri.Host.Length == 0)
        {
            return null;
        }

        var port = uri.Port > 0 ? uri.Port : DefaultPort;
        return new(IPAddress.TryParse(uri.Host.Trim('[', ']'), out var number) ? new IPEndPoint(number, port) : new DnsEndPoint(uri.Host, port));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{EndPoint}");

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public async Task<NetworkStream> ConnectAsync(CancellationToken ct)
    {
        var socket = EndPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(EndPoint, ct);
            return new(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
