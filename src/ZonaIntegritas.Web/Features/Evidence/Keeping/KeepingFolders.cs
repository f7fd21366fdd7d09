namespace ZonaIntegritas.Web.Features.Evidence.Keeping;

/// <summary>What is asked of the folders that the keeping commands write to.</summary>
internal static class KeepingFolders
{
    /// <summary>Whether nothing would be written over.</summary>
    public static bool IsFree(string folder) => !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>Whether one lies in the other, or they are the same.</summary>
    public static bool Overlap(string one, string other)
    {
        var (first, second) = (Ended(one), Ended(other));
        return first.StartsWith(second, StringComparison.Ordinal) || second.StartsWith(first, StringComparison.Ordinal);
    }

    /// <summary>For nobody else's eyes: it holds the keys of sign-in cookies and everything the app knows.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Ended(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
}
