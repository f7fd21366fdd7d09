using System.Buffers.Binary;
using System.Text;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

/// <summary>Pictures of any announced size, of which only the head is there.</summary>
internal static class Pixels
{
    public static byte[] Png(uint width, uint height)
    {
        var png = SmallFiles.Png.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] WebPWithLoss(ushort width, ushort height) =>
        Riff([.. "VP8 "u8, 10, 0, 0, 0, 0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)]);

    public static byte[] WebPExtended(int width, int height) =>
        Riff([.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]);

    private static byte[] Three(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static byte[] Riff(byte[] chunk) => [.. "RIFF"u8, .. BitConverter.GetBytes(4 + chunk.Length), .. "WEBP"u8, .. chunk];
}

/// <summary>Office files with something in them.</summary>
internal static class Office
{
    public static byte[] With(string part, byte[] content, string main = "word/document.xml") =>
        SmallFiles.ZipOf(("[Content_Types].xml", "<Types/>"u8.ToArray()), (main, "<a/>"u8.ToArray()), (part, content));

    public static byte[] Repeated(string text, int bytes)
    {
        var (unit, content) = (Encoding.ASCII.GetBytes(text), new byte[bytes]);
        for (var at = 0; at < bytes; at++)
        {
            content[at] = unit[at % unit.Length];
        }

        return content;
    }

    /// <summary>Finds the entry of a part in the directory and writes this over one of its fields.</summary>
    public static byte[] Edit(byte[] zip, string part, int field, byte[] value)
    {
        var changed = zip.ToArray();
        var name = changed.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(part));
        value.CopyTo(changed, name - 46 + field);
        return changed;
    }
}

/// <summary>The same ZIP with the large form of its end.</summary>
internal static class Zip64
{
    public static byte[] Rewrite(byte[] zip, ulong? count = null, ulong? length = null, ulong? offset = null)
    {
        var end = zip.AsSpan(zip.Length - 22);
        var record = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(record);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(4), 44);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(24), count ?? BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(32), count ?? BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(40), length ?? BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(48), offset ?? BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        byte[] locator = [.. "PK\u0006\u0007"u8, 0, 0, 0, 0, .. BitConverter.GetBytes((ulong)(zip.Length - 22)), 1, 0, 0, 0];
        byte[] small = [.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 12), 0, 0];
        return [.. zip[..^22], .. record, .. locator, .. small];
    }
}
