using static System.Buffers.Binary.BinaryPrimitives;

namespace ZonaIntegritas.Web.Features.Evidence.Content;

/// <summary>Where a ZIP's directory lies, from the record at its end or, in large files, from the ZIP64 record before it.</summary>
/// <param name="Limit">Where the directory must have ended.</param>
internal readonly record struct ZipEnd(ulong Count, ulong Length, ulong Offset, long Limit)
{
    private const int RecordBytes = 22;
    private const int LocatorBytes = 20;
    private const int LargeRecordBytes = 56;

    /// <returns>Null when there is none, or when anything follows it: two programs must not see two different files.</returns>
    public static ZipEnd? Find(ContentReader file)
    {
        var tail = file.Tail(RecordBytes + ushort.MaxValue);
        for (var at = tail.Length - RecordBytes; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (record.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x05, 0x06]) && ReadUInt16LittleEndian(record[20..]) == record.Length - RecordBytes)
            {
                return Read(file, record, file.Length - tail.Length + at);
            }
        }

        return null;
    }

    private static ZipEnd? Read(ContentReader file, ReadOnlySpan<byte> record, long position)
    {
        var (disk, count, length, offset) = (
            ReadUInt16LittleEndian(record[4..]), ReadUInt16LittleEndian(record[10..]), ReadUInt32LittleEndian(record[12..]), ReadUInt32LittleEndian(record[16..]));
        if (count == ushort.MaxValue || length == uint.MaxValue || offset == uint.MaxValue)
        {
            return ReadLarge(file, position - LocatorBytes);
        }

        return disk == 0 ? new ZipEnd(count, length, offset, position) : null;
    }

    private static ZipEnd? ReadLarge(ContentReader file, long locatorAt)
    {
        var locator = file.Read(locatorAt, LocatorBytes);
        if (locator.Length < LocatorBytes || !locator.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x06, 0x07]))
        {
            return null;
        }

        var at = ReadUInt64LittleEndian(locator.AsSpan(8));
        var record = file.Read(at <= long.MaxValue ? (long)at : -1, LargeRecordBytes);
        return record.Length == LargeRecordBytes && record.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x06, 0x06])
            ? new ZipEnd(ReadUInt64LittleEndian(record.AsSpan(32)), ReadUInt64LittleEndian(record.AsSpan(40)), ReadUInt64LittleEndian(record.AsSpan(48)), (long)at)
            : null;
    }
}
