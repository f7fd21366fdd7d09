using Microsoft.Data.Sqlite;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Data;

/// <summary>Whether an error means that the disk of the data folder is full: files say so in one way, the database in another.</summary>
public static class DiskFull
{
    /// <summary>SQLITE_FULL.</summary>
    private const int DatabaseFull = 13;

    public static bool Caused(Exception? error) => error switch
    {
        null => false,
        IOException file when FileStore.IsDiskFull(file) => true,
        SqliteException { SqliteErrorCode: DatabaseFull } => true,
        _ => Caused(error.InnerException),
    };
}
