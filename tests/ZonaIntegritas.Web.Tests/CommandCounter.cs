using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Tests;

/// <summary>The same database through contexts that write down every query, so that a test can count them.</summary>
public sealed class CommandCounter(TestDatabase database) : DbCommandInterceptor, IDbContextFactory<AppDbContext>
{
    public List<string> Queries { get; } = [];

    public AppDbContext CreateDbContext() => new(new DbContextOptionsBuilder<AppDbContext>()
        .UseSqlite($"Data Source={database.Storage.Value.DatabaseFile};Pooling=False").AddInterceptors(this).Options);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Queries.Add(command.CommandText);
        return new(result);
    }
}
