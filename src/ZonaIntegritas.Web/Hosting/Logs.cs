namespace ZonaIntegritas.Web.Hosting;

/// <summary>Logs as lines of JSON where machines read them, as prose where a developer does. Ids and kinds, never a person.</summary>
internal static class Logs
{
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = false;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
    }
}
