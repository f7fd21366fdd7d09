using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Data.Seeding;

/// <summary>Before the first request: copy the database, bring it up to date, load instruments, roles and demo data.</summary>
public sealed partial class DatabaseStartup(
    IServiceScopeFactory scopes, IOptions<StorageOptions> storage, TimeProvider clock, ILogger<DatabaseStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(storage.Value.DataFolder);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0 && File.Exists(storage.Value.DatabaseFile))
        {
            await BackUpAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<InstrumentSeeder>().SeedAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RoleSeeder>().SeedAsync();
        await scope.ServiceProvider.GetRequiredService<DemoSeeder>().SeedIfWantedAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ScoreBackfill>().CompleteAsync(db, cancellationToken);
        Log.Ready(logger, pending.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task BackUpAsync(AppDbContext db, CancellationToken ct)
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var file = $"{storage.Value.DatabaseFile}.{stamp}.bak";
        await DatabaseFile.CopyAsync(db, file, ct);
        Log.BackedUp(logger, file);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Database ready, {Count} migrations applied")]
        public static partial void Ready(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Information, Message = "Database copied to {File} before migrating")]
        public static partial void BackedUp(ILogger logger, string file);
    }
}
