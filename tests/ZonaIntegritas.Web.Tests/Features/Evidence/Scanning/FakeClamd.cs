using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Scanning;

/// <summary>A clamd that answers a ping well and a stream as the test says; the test may read the stream first.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, Task> _answer;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _serving;

    public FakeClamd(Func<NetworkStream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public FakeClamd(string answer)
        : this(async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer)))
    {
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Streams { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _serving;
        _listener.Stop();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await using var stream = client.GetStream();
                await AnswerAsync(stream);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            var command = new StringBuilder();
            int letter;
            while ((letter = await ReadByteAsync(stream)) > 0)
            {
                command.Append((char)letter);
            }

            if (command.ToString() == "zPING")
            {
                await stream.WriteAsync("PONG\0"u8.ToArray(), _ending.Token);
                return;
            }

            Streams++;
            await _answer(stream);
        }
        catch (IOException)
        {
            // The client went away, which is its right.
        }
    }

    private async Task<int> ReadByteAsync(NetworkStream stream)
    {
        var one = new byte[1];
        return await stream.ReadAsync(one, _ending.Token) == 1 ? one[0] : -1;
    }
}
