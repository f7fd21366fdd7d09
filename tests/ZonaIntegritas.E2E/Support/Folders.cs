namespace ZonaIntegritas.E2E.Support;

/// <summary>Where things stand in the build's output, found from where these tests run.</summary>
internal static class Folders
{
    /// <summary>"artifacts", which holds every project's output.</summary>
    private static readonly DirectoryInfo Artifacts = FindArtifacts();

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>The web program as it was built, the same that "dotnet run" starts.</summary>
    public static string BuiltWeb => Path.Combine(Artifacts.FullName, "bin", "ZonaIntegritas.Web", Configuration);

    /// <summary>The web program as it is installed; test.sh publishes it.</summary>
    public static string PublishedWeb => Path.Combine(Artifacts.FullName, "publish", "ZonaIntegritas.Web", Configuration);

    /// <summary>What is left of failed tests, to look at.</summary>
    public static string Failures => Path.Combine(Artifacts.FullName, "e2e");

    private static DirectoryInfo FindArtifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Name != "artifacts")
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from the folder they are built to.");
        }

        return folder;
    }
}
