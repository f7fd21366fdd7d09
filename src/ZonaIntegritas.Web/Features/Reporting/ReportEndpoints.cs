using System.Globalization;
using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Serves stored reports, checked at each request.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/laporan/berkas/{id:guid}", DownloadAsync).RequireRateLimiting(RateLimits.Export);

    public static string Url(Guid reportId) => $"/laporan/berkas/{reportId}";

    public static string FileName(ReportFile file)
    {
        var about = file.Unit is null ? "" : $" {file.Unit.Replace('/', '-')}";
        var layer = file.Kind is not (PaperKind.Progress or PaperKind.UnmetConditions) ? "" : $" ({file.Layer switch { Layer.Tpi => "TPI", Layer.Tpn => "TPN", _ => "unit" }})";
        var version = file.Version > 1 ? $" v{file.Version}" : "";
        return EvidenceName.Clean(string.Create(
            CultureInfo.InvariantCulture, $"{PaperWords.Say(file.Kind)}{about} {file.Year}{layer} {file.Day:yyyy-MM-dd}{version}.pdf"));
    }

    private static async Task<IResult> DownloadAsync(
        Guid id, HttpContext http, ReportQueries reports, ReportStore store, CancellationToken ct)
    {
        if (await FindAsync(reports, id, ct) is not { } file || !store.Files.Exists(file.Sha256))
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName(file));
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        return Results.Stream(
            store.Files.Open(file.Sha256), "application/pdf", enableRangeProcessing: true, entityTag: new($"\"{file.Sha256}\""));
    }

    private static async Task<ReportFile?> FindAsync(ReportQueries reports, Guid id, CancellationToken ct)
    {
        try
        {
            return await reports.FindFileAsync(id, ct);
        }
        catch (ForbiddenException)
        {
            return null;
        }
    }
}
