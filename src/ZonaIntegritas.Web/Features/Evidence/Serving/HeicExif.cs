using System.Buffers.Binary;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>
/// Where a HEIC file (ISO 23008-12) keeps what the camera wrote: its "meta" box names an item of type Exif and says
/// where its bytes lie.
/// </summary>
internal static class HeicExif
{
    private const int MaxBoxes = 64;

    public static byte[]? Find(Stream content)
    {
        if (Meta(content) is not { } meta || ItemId(meta) is not { } id || Place(meta, id) is not var (at, count))
        {
            return null;
        }

        // Four bytes say how much stands before the TIFF header.
        var block = ExifBlock.Read(content, at, count);
        var start = block?.Length > 4 ? 4L + BinaryPrimitives.ReadUInt32BigEndian(block) : long.MaxValue;
        return start < block?.Length ? block[(int)start..] : null;
    }

    private static byte[]? Meta(Stream content)
    {
        long at = 0;
        for (var box = 0; box < MaxBoxes && ExifBlock.Read(content, at, 8) is { } head; box++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4).SequenceEqual("meta"u8))
            {
                return ExifBlock.Read(content, at + 12, size - 12L);
            }

            if (size < 8)
            {
                // To the end of the file, or a length of 64 bits: pictures follow, no "meta".
                return null;
            }

            at += size;
        }

        return null;
    }

    /// <summary>From the list of items: "infe" boxes of version 2 (identifier of 16 bits) or 3 (32 bits).</summary>
    private static uint? ItemId(byte[] meta)
    {
        if (Box(meta, "iinf"u8) is not { } list || list.Length < 6)
        {
            return null;
        }

        var at = list[0] == 0 ? 6 : 8;
        while (at + 20 <= list.Length)
        {
            var entry = list.AsSpan(at);
            var size = BinaryPrimitives.ReadUInt32BigEndian(entry);
            var wide = entry[8] == 3;
            if (entry.Slice(wide ? 18 : 16, Math.Min(4, entry.Length - (wide ? 18 : 16))).SequenceEqual("Exif"u8))
            {
                return wide ? BinaryPrimitives.ReadUInt32BigEndian(entry[12..]) : BinaryPrimitives.ReadUInt16BigEndian(entry[12..]);
            }

            if (size < 8 || size > list.Length - at)
            {
                return null;
            }

            at += (int)size;
        }

        return null;
    }

    private static (long At, long Count)? Place(byte[] meta, uint id)
    {
        if (Box(meta, "iloc"u8) is not { Length: > 8 } table)
        {
            return null;
        }

        var reader = new Numbers(table, 6);
        var (version, sizes) = (table[0], (Offset: table[4] >> 4, Length: table[4] & 15, Base: table[5] >> 4, Index: table[5] & 15));
        var items = reader.Next(version < 2 ? 2 : 4);
        for (long item = 0; item < items && !reader.AtEnd; item++)
        {
            var isIt = reader.Next(version < 2 ? 2 : 4) == id;
            reader.Next(version > 0 ? 4 : 2);
            var start = reader.Next(sizes.Base);
            var extents = reader.Next(2);
            for (long extent = 0; extent < extents && !reader.AtEnd; extent++)
            {
                reader.Next(version > 0 ? sizes.Index : 0);
                var place = (start + reader.Next(sizes.Offset), reader.Next(sizes.Length));
                if (isIt)
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static byte[]? Box(byte[] meta, ReadOnlySpan<byte> name)
    {
        var at = 0;
        while (at + 8 <= meta.Length)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(meta.AsSpan(at));
            if (size < 8 || size > meta.Length - at)
            {
                return null;
            }

            if (meta.AsSpan(at + 4, 4).SequenceEqual(name))
            {
                return meta[(at + 8)..(at + (int)size)];
            }

            at += (int)size;
        }

        return null;
    }

    /// <summary>Big-endian numbers of 0, 2, 4 or 8 bytes, one after another.</summary>
    private sealed class Numbers(byte[] bytes, int at)
    {
        private int _at = at;

        public bool AtEnd => _at >= bytes.Length;

        public long Next(int size)
        {
            long value = 0;
            for (var each = 0; each < size && !AtEnd; each++)
            {
                value = (value << 8) | bytes[_at++];
            }

            return value;
        }
    }
}
