using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.EvidencePacks.Packs;

/// <summary>Hands out packs, checked at each request; a download that broke off goes on where it stopped.</summary>
public static class PackEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapEvidencePacks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/paket/berkas/{id:guid}", Reading, DownloadAsync).RequireRateLimiting(RateLimits.Export);

    public static string Url(Guid packId) => $"/paket/berkas/{packId}";

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, DownloadPack download, ReportStore store, CancellationToken ct)
    {
        if (await FindAsync(id, http.Request, download, ct) is not { } file)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(EvidenceName.Clean($"Data dukung {file.Unit.Replace('/', '-')} {file.Year} v{file.Version}.zip"));
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        return Results.Stream(store.Packs.Open(file.Sha256), "application/zip", enableRangeProcessing: true, entityTag: new($"\"{file.Sha256}\""));
    }

    private static async Task<PackFile?> FindAsync(Guid id, HttpRequest request, DownloadPack download, CancellationToken ct)
    {
        try
        {
            return await download.ExecuteAsync(id, Begins(request), ct);
        }
        catch (ForbiddenException)
        {
            return null;
        }
    }

    private static bool Begins(HttpRequest request) =>
        request.GetTypedHeaders().Range?.Ranges is not { Count: > 0 } ranges || ranges.Any(range => range.From is null or 0);
}
