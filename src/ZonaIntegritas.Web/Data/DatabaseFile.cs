using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ZonaIntegritas.Web.Data;

/// <summary>
/// A SQLite file that no app has open: a copy, or what was restored. Read by its own tables and not by today's model,
/// because it may be older.
/// </summary>
public sealed class DatabaseFile(string path)
{
    /// <summary>The migrations that this program knows, oldest first.</summary>
    public static IReadOnlyList<string> KnownMigrations()
    {
        using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseSqlite("Data Source=:memory:").Options);
        return [.. db.Database.GetMigrations()];
    }

    /// <summary>Copies a database in use by SQLite's own backup, which also takes what still stands in the write-ahead log.</summary>
    public static async Task CopyAsync(AppDbContext db, string target, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var copy = new SqliteConnection($"Data Source={target};Pooling=False");
        await copy.OpenAsync(ct);
        await BackUpAsync((SqliteConnection)db.Database.GetDbConnection(), copy, ct);
        await db.Database.CloseConnectionAsync();
    }

    // SQLite's backup does not wait for a writer by itself: it gives up at once, and is begun anew here.
    private static async Task BackUpAsync(SqliteConnection from, SqliteConnection to, CancellationToken ct)
    {
        const int busy = 5;
        for (var tries = 0; ; tries++)
        {
            try
            {
                from.BackupDatabase(to);
                return;
            }
            catch (SqliteException error) when (error.SqliteErrorCode == busy && tries < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }

    /// <summary>What SQLite finds wrong inside it; null when it is sound.</summary>
    public string? Fault()
    {
        try
        {
            var faults = Read("PRAGMA integrity_check(10)", row => row.GetString(0)).ToList();
            return faults is ["ok"] ? null : string.Join("; ", faults);
        }
        catch (SqliteException error)
        {
            return error.Message;
        }
    }

    public string NewestMigration() => Read("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1", row => row.GetString(0)).Single();

    /// <summary>Rows of every table, by name.</summary>
    public IReadOnlyDictionary<string, long> CountRows()
    {
        var tables = Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0)).ToList();
        return tables.ToDictionary(table => table, table => Read($"SELECT COUNT(*) FROM \"{table}\"", row => row.GetInt64(0)).Single());
    }

    /// <summary>Every content that it names, with its length.</summary>
    public IEnumerable<StoredFile> Contents() => Read("SELECT Sha256, Size FROM EvidenceContents ORDER BY Sha256", row => new StoredFile(row.GetString(0), row.GetInt64(1)));

    /// <summary>Every finished report that it names, without evidence packs: those are kept for a while only and made again from the rest.</summary>
    public IEnumerable<StoredFile> Reports()
    {
        // An older database knows progress reports alone.
        var kinds = Read("SELECT COUNT(*) FROM pragma_table_info('ReportRequests') WHERE name = 'Kind'", row => row.GetInt64(0)).Single() > 0;
        return Read(
            $"SELECT DISTINCT Sha256, Size FROM ReportRequests WHERE Sha256 IS NOT NULL{(kinds ? " AND Kind <> 'EvidencePack'" : "")} ORDER BY Sha256",
            row => new StoredFile(row.GetString(0), row.GetInt64(1)));
    }

    private IEnumerable<T> Read<T>(string sql, Func<SqliteDataReader, T> take)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return take(rows);
        }
    }
}

public sealed record StoredFile(string Sha256, long Size);
