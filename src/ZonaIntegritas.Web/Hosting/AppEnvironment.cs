namespace ZonaIntegritas.Web.Hosting;

/// <summary>How the program starts when nothing is said.</summary>
public static class AppEnvironment
{
    /// <summary>
    /// Settings stand beside the program. A debug build ("dotnet run") is Development unless told otherwise; what is
    /// published is Production.
    /// </summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
        EnvironmentName = EnvironmentName(),
    };

    private static string? EnvironmentName()
    {
#if DEBUG
        return Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? Environments.Development;
#else
        return null;
#endif
    }
}
