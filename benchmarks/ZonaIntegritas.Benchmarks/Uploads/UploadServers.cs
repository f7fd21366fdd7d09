using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Benchmarks.Uploads;

/// <summary>
/// The two sides that are compared, each in a process of its own: Kestrel that copies a request to a file and does
/// nothing else, and the whole app in Production. Both say where they listen, then answer each line with their memory.
/// </summary>
internal static class UploadServers
{
    public const string Bare = "uploads-bare";
    public const string App = "uploads-app";

    public static async Task RunBareAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("Storage__DataFolder")!).FullName;
        app.MapPost("/{name}", async (string name, HttpContext http) =>
        {
            await using var file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.None, 0, useAsync: true);
            await http.Request.Body.CopyToAsync(file, http.RequestAborted);
            if (http.Request.Query.ContainsKey("flush"))
            {
                file.Flush(flushToDisk: true);
            }

            return Results.NoContent();
        });
        await app.StartAsync();
        await AnswerAsync(app.Urls.First());
    }

    public static async Task RunAppAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "ZonaIntegritas.Web", ContentRootPath = AppContext.BaseDirectory })
            .AddZonaIntegritas();
        builder.Logging.ClearProviders();
        var app = builder.Build().UseZonaIntegritas();
        await app.StartAsync();
        await AnswerAsync($"{app.Urls.First()} {await SignInAsync(app.Services)}");
    }

    private static async Task AnswerAsync(string ready)
    {
        await Console.Out.WriteLineAsync("ready " + ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(false)} {Environment.WorkingSet}"));
        }
    }

    /// <returns>A unit and the cookie of its coordinator.</returns>
    private static async Task<string> SignInAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var unit = new WorkUnit(Guid.CreateVersion7(), "Dinas Contoh", "Contoh", IndonesianZone.WIB);
        db.Add(unit);
        await db.SaveChangesAsync();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { Id = Guid.CreateVersion7(), FullName = "Sri", UserName = "sri@contoh.test", Email = "sri@contoh.test", UnitId = unit.Id };
        await users.CreateAsync(user);
        await users.AddToRoleAsync(user, nameof(Role.Koordinator));
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(user);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        return $"{unit.Id} {cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }
}
