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

    public static FilePayload Picture(string name) => new() { Name = name, MimeType = "image/png", Buffer = Convert.FromBase64String(Png) };

    public static FilePayload Text(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
