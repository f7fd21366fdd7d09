using System.Runtime.CompilerServices;
using Xunit;

namespace ZonaIntegritas.Domain.Tests.Support;

internal static class Files
{
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, path));
}

/// <summary>Compares text with a kept file. UPDATE_GOLDEN=1 rewrites the kept file; the change is then read in review.</summary>
internal static class GoldenFile
{
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Golden");
            File.WriteAllText(Path.Combine(folder, name), actual);
            return;
        }

        var kept = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        Assert.True(File.Exists(kept), $"Golden/{name} does not exist: run once with UPDATE_GOLDEN=1 and read it.");
        Assert.Equal(File.ReadAllText(kept), actual, ignoreLineEndingDifferences: true);
    }
}
