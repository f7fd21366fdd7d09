using System.Text.RegularExpressions;

namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>The list of a backup's files, a line each: hash, two spaces, path.</summary>
public static partial class BackupList
{
    public static string Line(CopiedFile file) => $"{file.Sha256}  {file.Path}";

    /// <returns>Null for a line that is none, or whose path leads out of the folder.</returns>
    public static (string Sha256, string Path)? Parse(string line)
    {
        var match = Pattern().Match(line);
        var path = match.Groups[2].Value;
        return match.Success && !path.StartsWith('/') && !path.Split('/').Any(part => part is "" or "." or "..") ? (match.Groups[1].Value, path) : null;
    }

    // No backslash and no colon either: on Windows both lead elsewhere.
    [GeneratedRegex(@"^([0-9a-f]{64})  ([^\\:\p{Cc}]+)$")]
    private static partial Regex Pattern();
}
