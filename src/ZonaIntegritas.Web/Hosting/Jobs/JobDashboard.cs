using Hangfire;
using Hangfire.Dashboard;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>Hangfire's own pages, for administrators.</summary>
internal static class JobDashboard
{
    public const string Path = "/hangfire";

    // The dashboard writes scripts and styles into its pages; nowhere else is that allowed.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void MapJobDashboard(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Path), branch => branch.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return next(http);
        }));
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            // The default lets in whoever sits at the server, and a reverse proxy makes that everybody.
            Authorization = [],
            AsyncAuthorization = [new AdministratorsOnly()],
            AppPath = "/",
            DashboardTitle = "Pekerjaan latar",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 30_000,
            TimeZoneResolver = new WibResolver(),
        });
    }
}

/// <summary>Asks the database, as every other operation does: a cookie outlives a role.</summary>
internal sealed class AdministratorsOnly : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var services = http.RequestServices;
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(http.RequestAborted);
        try
        {
            return (await services.GetRequiredService<Authorizer>().ActorAsync(db, http.RequestAborted)).MayAdminister;
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }
}
