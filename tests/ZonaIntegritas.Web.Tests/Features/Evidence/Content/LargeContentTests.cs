using System.Buffers.Binary;
using System.Diagnostics;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Content;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

/// <summary>The largest file of each kind is looked at without being held in memory.</summary>
public sealed class LargeContentTests(ITestOutputHelper output)
{
    private const int Length = 250 * 1024 * 1024;

    private static readonly byte[] PngHead = [.. SmallFiles.Png[..33], .. BigEndian(Length - 33 - 12 - 12), .. "IDAT"u8];
    private static readonly byte[] Mp4Head = [.. SmallFiles.Mp4[..24], .. BigEndian(Length - 24 - 12), .. "mdat"u8];

    public static TheoryData<string, byte[], byte, byte[], ContentWarning> Kinds => new()
    {
        { "a.pdf", SmallFiles.Pdf[..9], (byte)' ', "startxref\n3\n%%EOF\n"u8.ToArray(), ContentWarning.Damaged },
        // The place it names holds a table without an end to it.
        { "a.pdf", "%PDF-1.7\nxref\n"u8.ToArray(), (byte)'0', "startxref\n9\n%%EOF\n"u8.ToArray(), ContentWarning.Damaged },
        { "a.jpg", SmallFiles.Jpeg[..^2], 0x55, [0xFF, 0xD9], ContentWarning.None },
        { "a.png", PngHead, 0, SmallFiles.Png[^12..], ContentWarning.None },
        { "a.mp4", Mp4Head, 0, SmallFiles.Box("moov", new byte[4]), ContentWarning.None },
        { "a.txt", "Mulai "u8.ToArray(), (byte)'a', "\n"u8.ToArray(), ContentWarning.None },
        { "a.csv", [0xE9], 0xE9, "\n"u8.ToArray(), ContentWarning.None },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_of_250_MB_takes_little_memory_and_seconds(string name, byte[] head, byte filling, byte[] tail, ContentWarning warning)
    {
        using var content = new VastContent(head, filling, tail, Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var result = EvidenceInspection.Inspect(content, EvidenceTypes.FromName(name)!.Value);

        output.WriteLine($"{name}: {watch.ElapsedMilliseconds} ms");
        Assert.Null(result.Problem);
        Assert.Equal(warning, result.Value);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>A beginning, an end, and the same byte between them, made while it is read.</summary>
    private sealed class VastContent(byte[] head, byte filling, byte[] tail, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var part = buffer[..(int)Math.Min(buffer.Length, length - Position)];
            part.Fill(filling);
            Lay(head, 0, part);
            Lay(tail, length - tail.Length, part);
            Position += part.Length;
            return part.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Lay(byte[] bytes, long at, Span<byte> part)
        {
            var from = Math.Max(at, Position);
            var until = Math.Min(at + bytes.Length, Position + part.Length);
            if (from < until)
            {
                bytes.AsSpan((int)(from - at), (int)(until - from)).CopyTo(part[(int)(from - Position)..]);
            }
        }
    }
}
