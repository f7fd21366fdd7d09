using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Features.Evidence.Serving;

/// <summary>
/// The bytes of evidence, small pictures of it, and what a photo tells of itself. "Not there", "not yours", "not yet
/// scanned" and "thrown away" are one answer, so that an id tells nothing; pages say which it is to whoever may know.
/// </summary>
public static class ServingEndpoints
{
    /// <summary>Nothing in a served file may run, load or be framed by others.</summary>
    private const string SandboxPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapServing(this IEndpointRouteBuilder endpoints)
    {
        // No limit on the number: a reader of a long scan asks for hundreds of parts, and each is checked.
        endpoints.MapMethods("/berkas/{versionId:guid}", Reading, FileAsync);
        endpoints.MapMethods("/berkas/{versionId:guid}/gambar-kecil", Reading, ThumbnailAsync).RequireRateLimiting(RateLimits.Picture);
        endpoints.MapGet("/berkas/{versionId:guid}/data-foto", PhotoAsync).RequireRateLimiting(RateLimits.Picture);
    }

    private static async Task<IResult> FileAsync(Guid versionId, HttpContext http, ServeEvidence serve, EvidenceStore store, CancellationToken ct)
    {
        var isHead = HttpMethods.IsHead(http.Request.Method);
        var asked = http.Request.Query.ContainsKey("unduh");
        if (await serve.ExecuteAsync(versionId, ActionOf, ct) is not { } version)
        {
            return Results.NotFound();
        }

        Guard(http, IsDownload(version) ? "attachment" : "inline", version.Name);
        return Results.Stream(
            store.Files.Open(version.Sha256!), version.Type.MediaType(), enableRangeProcessing: true, entityTag: new($"\"{version.Sha256}\""));

        bool IsDownload(EvidenceVersion file) => asked || !file.Type.OpensInBrowser();

        // HEAD gives no bytes, and is not a look.
        AuditAction? ActionOf(EvidenceVersion file) =>
            isHead ? null : IsDownload(file) ? AuditAction.EvidenceDownloaded : AuditAction.EvidencePreviewed;
    }

    /// <summary>A picture in a list is not yet a look at the file, so it writes no line.</summary>
    private static async Task<IResult> ThumbnailAsync(Guid versionId, HttpContext http, ServeEvidence serve, ThumbnailStore thumbnails, CancellationToken ct)
    {
        if (await serve.ExecuteAsync(versionId, _ => null, ct) is not { } version || await thumbnails.OpenAsync(version, ct) is not { } picture)
        {
            return Results.NotFound();
        }

        Guard(http, "inline", "gambar-kecil.webp");
        return Results.Stream(picture, Thumbnail.MediaType, entityTag: new($"\"{version.Sha256}-{Thumbnail.Side}\""));
    }

    /// <summary>Where and when it was taken is part of what a photo shows: a look.</summary>
    private static async Task<IResult> PhotoAsync(Guid versionId, HttpContext http, ServeEvidence serve, EvidenceStore store, CancellationToken ct)
    {
        var version = await serve.ExecuteAsync(versionId, file => PhotoData.MayBeIn(file.Type) ? AuditAction.EvidencePreviewed : null, ct);
        if (version is null || !PhotoData.MayBeIn(version.Type))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        using var content = store.Files.Open(version.Sha256!);
        return Results.Json(PhotoData.Read(content, version.Type));
    }

    private static void Guard(HttpContext http, string kind, string name)
    {
        var disposition = new ContentDispositionHeaderValue(kind);
        disposition.SetHttpFileName(name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = SandboxPolicy;
        headers.XContentTypeOptions = "nosniff";
        // Kept, but asked about each time: a right that was withdrawn ends with the next request.
        headers.CacheControl = "private, no-cache";
    }
}
