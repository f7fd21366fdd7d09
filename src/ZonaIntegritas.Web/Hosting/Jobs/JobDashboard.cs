using Hangfire;
using Hangfire.Dashboard;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Hosting.Jobs;

/// <summary>Hangfire's own pages, for administrators. They run under the app's content security policy as they are.</summary>
internal static class JobDashboard
{
    public const string Path = "/hangfire";

    public static void MapJobDashboard(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHangfireDashboard(Path, new DashboardOptions
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
