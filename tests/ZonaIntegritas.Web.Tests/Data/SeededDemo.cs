using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Seeding;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Data;

/// <summary>The whole app, not listening, on a database of its own that the demo was seeded into.</summary>
public sealed class SeededDemo : IAsyncLifetime
{
    private readonly TemporaryApp _app = new(Environments.Development, new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app.Services;

    public DateTimeOffset Now => _app.Now;

    public async ValueTask InitializeAsync() => await StartAsync();

    public Task StartAsync() => _app.StartAsync();

    public Task<AppDbContext> OpenAsync() => _app.OpenAsync();

    public async Task<Instrument> InstrumentAsync(AppDbContext db) =>
        await Services.GetRequiredService<InstrumentLibrary>()
            .GetAsync(db, await db.InstrumentVersions.Select(version => version.Id).SingleAsync(), CancellationToken.None);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>The real services over a temporary folder, at a fixed moment.</summary>
public sealed class TemporaryApp : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zi-demo-");
    private readonly WebApplication _app;

    public TemporaryApp(string environment, DateTimeOffset now, bool? demo = null)
    {
        Now = now;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([new("Storage:DataFolder", _folder.FullName), new("Seed:Demo", demo?.ToString())]);
        builder.Logging.ClearProviders();
        builder.AddZonaIntegritas();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(now));
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public DateTimeOffset Now { get; }

    public string Folder => _folder.FullName;

    public Task StartAsync() =>
        Services.GetServices<IHostedService>().OfType<DatabaseStartup>().Single().StartAsync(CancellationToken.None);

    public Task<AppDbContext> OpenAsync() => Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        // Pooled connections keep the file open.
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
