using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ZonaIntegritas.Domain.Evidence;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>What stands in the headers of the tus protocol 1.0 (https://tus.io/protocols/resumable-upload).</summary>
internal static class TusHeaders
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,checksum,expiration,termination";
    public const string Resumable = "Tus-Resumable";
    public const string Length = "Upload-Length";
    public const string Offset = "Upload-Offset";
    public const string Expires = "Upload-Expires";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string PieceType = "application/offset+octet-stream";

    /// <summary>Our own: "known" when the unit already had the file, so that the client can say so.</summary>
    public const string Result = "Upload-Result";

    /// <summary>Our own: a refusal as JSON, percent-encoded, where the answer has no body.</summary>
    public const string Problem = "Upload-Problem";

    /// <summary>A number of bytes; null when it is missing or is none.</summary>
    public static long? Bytes(HttpRequest request, string name) =>
        long.TryParse(request.Headers[name], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    public static string Text(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>"filename c2stdGltLnBkZg==,unit …": keys with values in Base64.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public static IReadOnlyDictionary<string, string>? ReadMetadata(string? header)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || !TryDecode(parts.Length == 2 ? parts[1] : "", out var value) || !read.TryAdd(parts[0], value))
            {
                return null;
            }
        }

        return read;
    }

    /// <returns>Null when it names no unit, half a question, or something that is no id.</returns>
    public static UploadPurpose? ReadPurpose(Func<string, string?> valueOf)
    {
        var (question, suggestion) = (valueOf("question"), valueOf("suggestion") ?? "");
        return TryReadId(valueOf("unit"), out var unit) && unit is not null
            && TryReadId(valueOf("assessment"), out var assessment) && TryReadId(valueOf("item"), out var item)
            && suggestion.Length <= EvidenceLink.SuggestionMaxLength
            ? new(unit.Value, assessment, string.IsNullOrEmpty(question) ? null : question, item, suggestion)
            : null;
    }

    private static bool TryReadId(string? text, out Guid? id)
    {
        id = Guid.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : null;
        return string.IsNullOrEmpty(text) || id is not null;
    }

    private static bool TryDecode(string encoded, [NotNullWhen(true)] out string? value)
    {
        var bytes = new byte[encoded.Length];
        value = Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        return value is not null;
    }
}
