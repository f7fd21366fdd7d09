namespace ZonaIntegritas.Web.Tests.Features.Evidence;

/// <summary>A PDF of any size that is made while it is read, as a slow line would deliver it.</summary>
/// <param name="beforeEach">Called with the number of bytes read so far, before each read.</param>
internal sealed class GeneratedPdf(long length, Func<long, Task>? beforeEach = null) : Stream
{
    private static readonly byte[] Head = "%PDF-1.7\n"u8.ToArray();
    private static readonly byte[] Tail = "\n%%EOF\n"u8.ToArray();

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await (beforeEach?.Invoke(BytesRead) ?? Task.CompletedTask);
        return Fill(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Fill(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - BytesRead);
        var part = buffer[..count];
        part.Fill((byte)'x');
        Lay(Head, 0, part);
        Lay(Tail, length - Tail.Length, part);
        BytesRead += count;
        return count;
    }

    /// <summary>Copies what of these bytes, which begin at this place in the file, falls into this part.</summary>
    private void Lay(byte[] bytes, long at, Span<byte> part)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var place = at + i - BytesRead;
            if (place >= 0 && place < part.Length)
            {
                part[(int)place] = bytes[i];
            }
        }
    }
}
