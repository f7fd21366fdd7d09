using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Reminders.Webhook;

/// <summary>The body and the signature that a relay gets; described in docs/webhook.md.</summary>
public static partial class WebhookMessage
{
    public const string TimestampHeader = "X-Zona-Timestamp";
    public const string SignatureHeader = "X-Zona-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read by a program, never put into a page: letters stay letters.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Body(OutgoingMail mail) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            mail.Id,
            mail.Kind,
            mail.Day,
            Person = new { mail.Name, Email = mail.Address },
            mail.Content.Subject,
            mail.Content.Text,
            Links = Links(mail.Content.Text),
        },
        Json);

    /// <summary>HMAC-SHA256 over the time, a point and the body, so that neither can be replaced or repeated later.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));

    /// <summary>Addresses stand on lines of their own in every letter's text.</summary>
    private static List<string> Links(string text) => [.. LinkLine().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^[ ]*(https?://\S+)[ ]*$", RegexOptions.Multiline)]
    private static partial Regex LinkLine();
}
