using System.Net;
using System.Net.Sockets;

namespace ZonaIntegritas.E2E.Support;

/// <summary>
/// The line between a browser and the app, which a test can pull out and plug in again. The browser's own "offline"
/// leaves open web sockets alone, and those are what this app lives on.
/// </summary>
public sealed class Cable : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Uri _app;
    private CancellationTokenSource _plugged = new();
    private long _holdAfter = long.MaxValue;

    public Cable(AppProcess app)
    {
        _app = app.Address;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    /// <summary>Where the browser connects to.</summary>
    public Uri Address { get; }

    private bool IsCut => _plugged.IsCancellationRequested;

    /// <summary>Nothing leaves the browser any more, but no end notices.</summary>
    public void Freeze() => HoldEachAfter(0);

    /// <summary>Each connection carries so much from the browser and then stands still.</summary>
    public void HoldEachAfter(long bytes) => Interlocked.Exchange(ref _holdAfter, bytes);

    public void Cut() => _plugged.Cancel();

    public void Plug()
    {
        HoldEachAfter(long.MaxValue);
        _plugged = new();
    }

    public void Dispose()
    {
        Cut();
        _ending.Cancel();
        _ending.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync(_ending.Token);
                if (IsCut)
                {
                    browser.Dispose();
                }
                else
                {
                    _ = JoinAsync(browser, _plugged.Token);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(TcpClient browser, CancellationToken plugged)
    {
        using var near = browser;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_app.Host, _app.Port, plugged);
            // One side closing closes the other; HTTP and web sockets do not live on half a line.
            await await Task.WhenAny(
                SendAsync(near.GetStream(), far.GetStream(), plugged),
                far.GetStream().CopyToAsync(near.GetStream(), plugged));
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
            // Pulled out, or one side went away: both are what this class is for.
        }
    }

    private async Task SendAsync(NetworkStream from, NetworkStream to, CancellationToken plugged)
    {
        var buffer = new byte[BufferBytes];
        long sent = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, plugged)) > 0)
        {
            sent += read;
            if (sent > Interlocked.Read(ref _holdAfter))
            {
                await Task.Delay(Timeout.Infinite, plugged);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), plugged);
        }
    }
}
