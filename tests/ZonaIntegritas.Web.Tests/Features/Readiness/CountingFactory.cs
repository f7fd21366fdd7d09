using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>Opens the same database and counts what is asked of it.</summary>
internal sealed class CountingFactory : DbCommandInterceptor, IDbContextFactory<AppDbContext>, IDisposable
{
    private readonly DbContextOptions<AppDbContext> _options;

    public CountingFactory(TestDatabase database) => _options = new DbContextOptionsBuilder<AppDbContext>()
        .UseSqlite($"Data Source={database.Storage.Value.DatabaseFile};Pooling=False")
        .AddInterceptors(this)
        .Options;

    public int Commands { get; private set; }

    public AppDbContext CreateDbContext() => new(_options);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Commands++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
