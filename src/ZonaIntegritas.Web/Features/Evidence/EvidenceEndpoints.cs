using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Files travel over HTTP, not through the circuit: streamed, with progress, and checked at each request.</summary>
public static class EvidenceEndpoints
{
    /// <summary>Nothing in a served file may run, load or be framed by others.</summary>
    private const string SandboxPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";

    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/lembar/{assessmentId:guid}/soal/{code}/berkas", UploadAsync).RequireRateLimiting(RateLimits.Upload);
        endpoints.MapGet("/berkas/{linkId:guid}", DownloadAsync);
    }

    public static string Url(Guid linkId) => $"/berkas/{linkId}";

    private static async Task<IResult> UploadAsync(
        Guid assessmentId, string code, HttpContext http, IAntiforgery antiforgery, AttachEvidence attach, EvidenceStore store, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refuse(new("evidence.csrf", "Sesi halaman sudah berakhir. Muat ulang halaman, lalu unggah lagi."), StatusCodes.Status400BadRequest);
        }

        // One byte more than allowed, so that the refusal is ours and readable.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = store.MaxBytes + 1;
        var name = Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString());
        try
        {
            var result = await attach.ExecuteAsync(new(assessmentId, code, name, http.Request.ContentLength, http.Request.Body), ct);
            return result.Succeeded ? Results.Json(result.Value) : Refuse(result.Problem!, StatusCodes.Status422UnprocessableEntity);
        }
        catch (ForbiddenException forbidden)
        {
            return Refuse(forbidden.Problem, StatusCodes.Status403Forbidden);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(EvidenceProblems.TooLarge(http.Request.ContentLength, store.MaxMegabytes), StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static async Task<IResult> DownloadAsync(
        Guid linkId, HttpContext http, IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore store, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var file = await db.EvidenceLinks.Where(link => link.Id == linkId)
            .Join(db.EvidenceFiles, link => link.FileId, found => found.Id, (link, found) => found)
            .AsNoTracking().SingleOrDefaultAsync(ct);
        if (file is null || !await MaySeeAsync(db, authorizer, file.UnitId, ct) || !store.Files.Exists(file.Sha256))
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        SetHeaders(http.Response.Headers, file, inline: !http.Request.Query.ContainsKey("unduh"));
        return Results.Stream(
            store.Files.Open(file.Sha256), file.Type.MediaType(), enableRangeProcessing: true, entityTag: new($"\"{file.Sha256}\""));
    }

    private static async Task<bool> MaySeeAsync(AppDbContext db, Authorizer authorizer, Guid unitId, CancellationToken ct)
    {
        try
        {
            return (await authorizer.ActorAsync(db, ct)).MaySee(unitId);
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }

    private static void SetHeaders(IHeaderDictionary headers, EvidenceFile file, bool inline)
    {
        var disposition = new ContentDispositionHeaderValue(inline && file.Type.OpensInBrowser() ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = SandboxPolicy;
        headers.CacheControl = "private, no-cache";
    }

    private static IResult Refuse(Problem problem, int status) => Results.Json(problem, statusCode: status);
}
