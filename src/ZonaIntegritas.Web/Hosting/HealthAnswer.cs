using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Whoever asks hears the state in one word; an administrator also which part it is, and why. Never an address, a name or a secret.</summary>
internal static class HealthAnswer
{
    public static async Task WriteAsync(HttpContext http, HealthReport report)
    {
        if (!await IsAdministratorAsync(http))
        {
            http.Response.ContentType = "text/plain";
            await http.Response.WriteAsync(report.Status.ToString(), http.RequestAborted);
            return;
        }

        await http.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.Select(part => new { name = part.Key, status = part.Value.Status.ToString(), detail = DetailOf(part.Value) }),
            },
            http.RequestAborted);
    }

    /// <summary>An exception's own words may hold a path or an address: its kind is enough, the rest is in the log.</summary>
    private static string DetailOf(HealthReportEntry part) => part.Exception is { } error ? error.GetType().Name : part.Description ?? "";

    private static async Task<bool> IsAdministratorAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return false;
        }

        try
        {
            var services = http.RequestServices;
            await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(http.RequestAborted);
            return (await services.GetRequiredService<Authorizer>().ActorAsync(db, http.RequestAborted)).MayAdminister;
        }
        catch (Exception error) when (error is ForbiddenException or DbException)
        {
            // The database may be what is ill.
            return false;
        }
    }
}
