using Microsoft.EntityFrameworkCore;

namespace ZonaIntegritas.Web.Data;

/// <summary>How the app opens its database; benchmarks open theirs in the same way.</summary>
public static class DatabaseSetup
{
    // Also how long a writer waits for another writer before "database is locked".
    private const int TimeoutSeconds = 30;

    public static DbContextOptionsBuilder UseAppDatabase(this DbContextOptionsBuilder options, string file, WriterLine writers) =>
        options.UseSqlite($"Data Source={file};Default Timeout={TimeoutSeconds}").AddInterceptors(writers);
}
