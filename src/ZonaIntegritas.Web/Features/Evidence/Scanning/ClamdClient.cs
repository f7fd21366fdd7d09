using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Scanning;

/// <summary>
/// Speaks clamd's INSTREAM: the file goes through the socket, so that the scanner needs no right to read our folder
/// and may run elsewhere.
/// </summary>
public sealed class ClamdClient(IOptions<StorageOptions> storage)
{
    private const int ChunkBytes = 64 * 1024;
    private const int MaxAnswerBytes = 4096;

    /// <summary>How long one step may take: connecting, one piece, the verdict on a large archive.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether somebody is there who speaks this language.</summary>
    public async Task<bool> IsThereAsync(CancellationToken ct) =>
        await AskAsync("zPING\0", (_, _) => Task.CompletedTask, ct) is "PONG";

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken ct) =>
        ScanAnswer.Parse(await AskAsync("zINSTREAM\0", (connection, step) => SendAsync(content, connection, step), ct));

    /// <returns>What it said, or why it said nothing.</returns>
    private async Task<string> AskAsync(string command, Func<NetworkStream, CancellationTokenSource, Task> send, CancellationToken ct)
    {
        var address = ScannerAddress.Parse(storage.Value.ScannerAddress) ?? throw new InvalidOperationException("No scanner is set up.");
        using var step = CancellationTokenSource.CreateLinkedTokenSource(ct);
        step.CancelAfter(Patience);
        try
        {
            await using var connection = await address.ConnectAsync(step.Token);
            await connection.WriteAsync(Encoding.ASCII.GetBytes(command), step.Token);
            try
            {
                await send(connection, step);
            }
            catch (IOException)
            {
                // It stops listening when it has seen enough, such as a stream over its limit, and says so first.
            }

            step.CancelAfter(Patience);
            return await ReadAsync(connection, step.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return error.Message;
        }
    }

    private async Task SendAsync(Stream content, NetworkStream connection, CancellationTokenSource step)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            do
            {
                // Each piece says its length; one of length 0 ends the stream.
                read = await content.ReadAsync(buffer.AsMemory(4, ChunkBytes - 4), step.Token);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await connection.WriteAsync(buffer.AsMemory(0, 4 + read), step.Token);
                step.CancelAfter(Patience);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<string> ReadAsync(NetworkStream connection, CancellationToken ct)
    {
        var (answer, length) = (new byte[MaxAnswerBytes], 0);
        int read;
        while (length < answer.Length && (read = await connection.ReadAsync(answer.AsMemory(length), ct)) > 0)
        {
            length += read;
            if (answer[length - 1] == 0)
            {
                break;
            }
        }

        // Cut off half way it is no answer, whatever it looks like.
        return length > 0 && answer[length - 1] == 0 ? Encoding.UTF8.GetString(answer, 0, length - 1) : "";
    }
}
