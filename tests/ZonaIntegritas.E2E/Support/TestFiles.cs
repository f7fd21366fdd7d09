using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZonaIntegritas.E2E.Support;

/// <summary>Small files that are what their names say, made on the spot and different each time.</summary>
internal static class TestFiles
{
    // One white pixel.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

    /// <summary>A one-page PDF, filled up with bytes that do not compress.</summary>
    public static FilePayload Pdf(string name, int filling = 2000)
    {
        var body = (byte[])
        [
            .. Encoding.ASCII.GetBytes(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n4 0 obj<</Length 0>>stream\n"),
            .. RandomNumberGenerator.GetBytes(filling),
            .. "\nendstream endobj\n"u8,
        ];
        var end = string.Create(
            CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n{body.Length}\n%%EOF\n");
        return new() { Name = name, MimeType = "application/pdf", Buffer = [.. body, .. Encoding.ASCII.GetBytes(end)] };
    }

    /// <summary>With a remark in it that no other picture has: the same bytes would be the same document.</summary>
    public static FilePayload Picture(string name)
    {
        var pixel = Convert.FromBase64String(Png);
        var remark = (byte[])[.. "tEXtComment\0"u8, .. Encoding.ASCII.GetBytes(Guid.CreateVersion7().ToString())];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, remark.Length - 4);
        // The last twelve bytes end the picture.
        return new() { Name = name, MimeType = "image/png", Buffer = [.. pixel[..^12], .. length, .. remark, .. Crc(remark), .. pixel[^12..]] };
    }

    public static FilePayload Text(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };

    /// <summary>The checksum of a part of a PNG.</summary>
    private static byte[] Crc(byte[] part)
    {
        var crc = uint.MaxValue;
        foreach (var value in part)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, ~crc);
        return bytes;
    }
}
