using System.Security.Cryptography;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>What a piece must hash to, as its sender says: "sha256 BASE64".</summary>
public sealed record PieceChecksum(HashAlgorithmName Algorithm, byte[] Expected)
{
    /// <summary>In the order in which they are preferred.</summary>
    public const string Algorithms = "sha256,sha1";

    /// <returns>False when the header is there and cannot be understood.</returns>
    public static bool TryParse(string? header, out PieceChecksum? checksum)
    {
        checksum = null;
        if (string.IsNullOrEmpty(header))
        {
            return true;
        }

        var (name, value) = header.Split(' ') is [var first, var second] ? (first, second) : ("", "");
        HashAlgorithmName? algorithm = name switch { "sha256" => HashAlgorithmName.SHA256, "sha1" => HashAlgorithmName.SHA1, _ => null };
        var expected = new byte[name == "sha1" ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes];
        if (algorithm is { } known && Convert.TryFromBase64String(value, expected, out var length) && length == expected.Length)
        {
            checksum = new(known, expected);
        }

        return checksum is not null;
    }
}
