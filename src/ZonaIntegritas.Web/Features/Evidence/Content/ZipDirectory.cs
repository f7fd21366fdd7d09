using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>
/// Reads a ZIP's directory itself, because the base class library's reader takes all of it into memory before
/// anything can be counted. Stricter than that reader: parts that overlap or share a name are refused.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>A document has some dozens of parts, a long presentation some thousands.</summary>
    private const int MaxParts = 10_000;

    private const int MaxDirectoryBytes = 4 * 1024 * 1024;
    private const int EntryBytes = 46;
    private const int LocalBytes = 30;

    private static readonly ZipLook Broken = new(ZipFault.Broken, []);

    public static ZipLook Look(ContentReader file)
    {
        if (ZipEnd.Find(file) is not { } end)
        {
            return Broken;
        }

        if (end.Count > MaxParts || end.Length > MaxDirectoryBytes)
        {
            return new(ZipFault.TooMany, []);
        }

        if (end.Offset > (ulong)end.Limit || end.Offset + end.Length > (ulong)end.Limit)
        {
            return Broken;
        }

        var parts = Entries(file.Read((long)end.Offset, (int)end.Length), (int)end.Count);
        return parts is null || !HaveNamesOfTheirOwn(parts) || Placed(file, parts, (long)end.Offset) is not { } placed ? Broken : new(ZipFault.None, placed);
    }

    private static List<ZipPart>? Entries(ReadOnlySpan<byte> directory, int count)
    {
        var parts = new List<ZipPart>(count);
        while (!directory.IsEmpty)
        {
            if (directory.Length < EntryBytes || !directory.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x01, 0x02]))
            {
                return null;
            }

            var (name, extra, remark) = (ReadUInt16LittleEndian(directory[28..]), ReadUInt16LittleEndian(directory[30..]), ReadUInt16LittleEndian(directory[32..]));
            var length = EntryBytes + name + extra + remark;
            if (length > directory.Length || PartOf(directory, directory.Slice(EntryBytes, name), directory.Slice(EntryBytes + name, extra)) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            directory = directory[length..];
        }

        return parts.Count == count ? parts : null;
    }

    private static ZipPart? PartOf(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        Span<ulong> numbers = [ReadUInt32LittleEndian(entry[24..]), ReadUInt32LittleEndian(entry[20..]), ReadUInt32LittleEndian(entry[42..])];
        if (numbers.Contains(uint.MaxValue))
        {
            TakeLargeNumbers(extra, numbers);
        }

        return numbers[0] > long.MaxValue || numbers[1] > long.MaxValue || numbers[2] > long.MaxValue
            ? null
            : new(Encoding.UTF8.GetString(name), (entry[8] & 1) != 0, ReadUInt16LittleEndian(entry[10..]), (long)numbers[1], (long)numbers[0], (long)numbers[2]);
    }

    /// <summary>ZIP64: size, packed size and place stand in field 1 of the extra part, each only when it did not fit.</summary>
    private static void TakeLargeNumbers(ReadOnlySpan<byte> extra, Span<ulong> numbers)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (ReadUInt16LittleEndian(extra), Math.Min(ReadUInt16LittleEndian(extra[2..]), extra.Length - 4));
            var field = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            for (var number = 0; id == 1 && number < numbers.Length && field.Length >= 8; number++)
            {
                if (numbers[number] == uint.MaxValue)
                {
                    numbers[number] = ReadUInt64LittleEndian(field);
                    field = field[8..];
                }
            }
        }
    }

    private static bool HaveNamesOfTheirOwn(List<ZipPart> parts) =>
        parts.Select(part => part.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == parts.Count;

    /// <summary>Each part with the place of its bytes; null when two lie on each other, as in bombs that unpack one part many times.</summary>
    private static List<ZipPart>? Placed(ContentReader file, List<ZipPart> parts, long directoryAt)
    {
        var placed = new List<ZipPart>(parts.Count);
        var free = 0L;
        foreach (var part in parts.OrderBy(part => part.Offset))
        {
            var head = file.Read(part.Offset, LocalBytes);
            if (part.Offset < free || (placed.Count == 0 && part.Offset != 0) || head.Length < LocalBytes || !head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]))
            {
                return null;
            }

            var start = part.Offset + LocalBytes + ReadUInt16LittleEndian(head.AsSpan(26)) + ReadUInt16LittleEndian(head.AsSpan(28));
            if (start > directoryAt || part.Packed > directoryAt - start)
            {
                return null;
            }

            free = start + part.Packed;
            placed.Add(part with { Start = start });
        }

        return placed;
    }
}
