namespace ZonaIntegritas.E2E.Support;

/// <summary>The "dotnet" that runs these tests, so that an SDK in somebody's home folder works too.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var own = Environment.ProcessPath;
        return System.IO.Path.GetFileNameWithoutExtension(own) == "dotnet" ? own! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }
}
