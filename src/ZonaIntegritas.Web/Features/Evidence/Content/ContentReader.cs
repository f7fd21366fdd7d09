using System.Buffers;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// Looks at places of a file without reading it whole: what lies beyond its end is simply not there, so that no
/// number found inside a file can make a look fail.
/// </summary>
public sealed class ContentReader(Stream content)
{
    private const int ChunkBytes = 128 * 1024;

    public long Length { get; } = content.Length;

    /// <returns>Fewer bytes at the end of the file, none beyond it.</returns>
    public byte[] Read(long from, int count)
    {
        if (from < 0 || from >= Length)
        {
            return [];
        }

        var buffer = new byte[Math.Min(count, Length - from)];
        content.Position = from;
        return buffer[..content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    public byte[] Tail(int count) => Read(Math.Max(0, Length - count), count);

    /// <summary>Where these bytes come next; null when they do not come before <paramref name="until"/>.</summary>
    public long? Find(ReadOnlySpan<byte> what, long from, long until)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            // Each chunk begins with the end of the one before, so that a border cuts nothing in two.
            for (var at = from; at >= 0 && at < Math.Min(until, Length); at += ChunkBytes - what.Length + 1)
            {
                content.Position = at;
                var read = content.ReadAtLeast(buffer.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false);
                if (buffer.AsSpan(0, read).IndexOf(what) is >= 0 and var found)
                {
                    return at + found < until ? at + found : null;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The file itself, to be read on from here.</summary>
    public Stream From(long position)
    {
        content.Position = position;
        return content;
    }
}
