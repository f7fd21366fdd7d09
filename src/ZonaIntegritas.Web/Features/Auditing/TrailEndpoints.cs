using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Auditing;

/// <summary>Hands out the trail as a file, checked at each request.</summary>
internal static class TrailEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/riwayat/ekspor", (HttpContext http, ExportTrail export, CancellationToken ct) => ExportAsync(null, http, export, ct))
            .RequireRateLimiting(RateLimits.Export);
        endpoints.MapGet("/riwayat/{id:guid}/ekspor", (Guid id, HttpContext http, ExportTrail export, CancellationToken ct) => ExportAsync(id, http, export, ct))
            .RequireRateLimiting(RateLimits.Export);
    }

    private static async Task<IResult> ExportAsync(Guid? sheet, HttpContext http, ExportTrail export, CancellationToken ct)
    {
        TrailExport trail;
        try
        {
            trail = await export.ExecuteAsync(TrailFilter.Read(sheet, key => http.Request.Query[key]) with { Before = null }, ct);
        }
        catch (ForbiddenException)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(trail.Name.Replace('/', '-'));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(body => TrailCsv.WriteAsync(body, trail, ct), "text/csv; charset=utf-8");
    }
}
