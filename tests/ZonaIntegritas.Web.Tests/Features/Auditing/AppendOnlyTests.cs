using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Xunit;

namespace ZonaIntegritas.Web.Tests.Features.Auditing;

/// <summary>History is guarded by the database itself, whatever program writes to it.</summary>
public sealed class AppendOnlyTests
{
    public static TheoryData<string> Tables { get; } = ["AuditEntries", "FrozenSheets", "SheetTransitions", "TpnStages", "ThreadMessages", "PeriodChanges"];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Rows_are_added_and_never_changed_or_removed(string table)
    {
        using var scene = await Scene.CreateAsync();
        await using var db = scene.Database.CreateDbContext();
        // The pragma holds for this connection.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF;");
        await InsertAnyRowAsync(db.Database, table);
        await Assert.ThrowsAsync<SqliteException>(() => InsertAnyRowAsync(db.Database, table, "INSERT OR REPLACE"));

        foreach (var statement in (string[])[$"UPDATE {table} SET rowid = rowid", $"DELETE FROM {table}"])
        {
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(statement));
        }

        Assert.Equal(1, await CountAsync(db.Database, table));
    }

    /// <summary>A row in which every column holds something of its kind.</summary>
    private static async Task InsertAnyRowAsync(DatabaseFacade database, string table, string verb = "INSERT")
    {
        var ask = $"SELECT name AS Value FROM pragma_table_info('{table}')";
        var columns = await database.SqlQueryRaw<string>(ask).ToListAsync();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select((_, index) => $"'{index}'"));
        var insert = $"{verb} INTO {table} ({names}) VALUES ({values})";
        await database.ExecuteSqlRawAsync(insert);
    }

    private static Task<int> CountAsync(DatabaseFacade database, string table)
    {
        var ask = $"SELECT COUNT(*) AS Value FROM {table}";
        return database.SqlQueryRaw<int>(ask).SingleAsync();
    }
}
