using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Web.Features.Readiness.Figures;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Readiness;

/// <summary>The readiness report as a file, made and checked at each request; nothing is stored by asking for it.</summary>
internal static class ReadinessEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/kesiapan/{assessmentId:guid}/laporan.pdf", DownloadAsync).RequireRateLimiting(RateLimits.Export);

    public static string Url(ReadinessHead head) => $"/kesiapan/{head.AssessmentId}/laporan.pdf?lapisan={LayerWords.KeyOf(head.Layer)}";

    private static async Task<IResult> DownloadAsync(
        Guid assessmentId, string? lapisan, HttpContext http, ReadinessQueries readiness, ReadinessPaper paper, IReportRenderer renderer, CancellationToken ct)
    {
        if (!LayerWords.TryRead(lapisan, out var layer))
        {
            return Results.NotFound();
        }

        try
        {
            var report = (await readiness.LoadAsync(assessmentId, layer, ct)).Report;
            // Whole in memory before the first byte leaves: a failure is then an error page, not a broken file.
            using var file = new MemoryStream();
            renderer.Render(paper.Compose(report), file);
            SetHeaders(http.Response.Headers, report.Head);
            return Results.Bytes(file.ToArray(), renderer.ContentType);
        }
        catch (ForbiddenException)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }
    }

    private static void SetHeaders(IHeaderDictionary headers, ReadinessHead head)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileNameOf(head));
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
    }

    private static string FileNameOf(ReadinessHead head)
    {
        var unit = string.Concat(head.Unit.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.' ? letter : ' ')).Trim();
        return $"Kesiapan {unit} {head.Year} ({head.LayerLabel}).pdf";
    }
}
