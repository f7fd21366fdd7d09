using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Files travel over HTTP, not through the circuit: streamed, with progress, and checked at each request.</summary>
public static class EvidenceEndpoints
{
    /// <summary>Nothing in a served file may run, load or be framed by others.</summary>
    private const string SandboxPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";

    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/berkas/{versionId:guid}", DownloadAsync);
    }

    public static string Url(Guid versionId) => $"/berkas/{versionId}";

    private static async Task<IResult> DownloadAsync(
        Guid versionId, HttpContext http, IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, EvidenceStore store, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var version = await EvidenceAccess.FindAsync(db, authorizer, versionId, ct);
        if (version is null || !store.Files.Exists(version.Sha256!))
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        SetHeaders(http.Response.Headers, version, inline: !http.Request.Query.ContainsKey("unduh"));
        return Results.Stream(
            store.Files.Open(version.Sha256!), version.Type.MediaType(), enableRangeProcessing: true, entityTag: new($"\"{version.Sha256}\""));
    }

    private static void SetHeaders(IHeaderDictionary headers, EvidenceVersion version, bool inline)
    {
        var disposition = new ContentDispositionHeaderValue(inline && version.Type.OpensInBrowser() ? "inline" : "attachment");
        disposition.SetHttpFileName(version.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = SandboxPolicy;
        headers.CacheControl = "private, no-cache";
    }
}
