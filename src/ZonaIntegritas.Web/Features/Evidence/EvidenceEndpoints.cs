using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence.Serving;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence;

/// <summary>Files travel over HTTP, not through the circuit: streamed, with progress, and checked at each request.</summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/lembar/{assessmentId:guid}/soal/{code}/berkas", UploadAsync).RequireRateLimiting(RateLimits.Upload);
        endpoints.MapServing();
    }

    public static string Url(Guid versionId) => $"/berkas/{versionId}";

    private static async Task<IResult> UploadAsync(
        Guid assessmentId, string code, HttpContext http, IAntiforgery antiforgery, AttachEvidence attach, IDbContextFactory<AppDbContext> dbFactory, EvidenceStore store, CancellationToken ct)
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
            var purpose = new UploadPurpose(await UnitOfAsync(dbFactory, assessmentId, ct), assessmentId, code);
            if (await attach.RefusalAsync(purpose, name, http.Request.ContentLength, ct) is { } refusal)
            {
                return Refuse(refusal, StatusCodes.Status422UnprocessableEntity);
            }

            using var received = await store.Files.ReceiveAsync(http.Request.Body, store.MaxBytes, ct);
            var result = await attach.ExecuteAsync(purpose, name, received, ct);
            return result.Succeeded ? Results.Json(new { version = result.Value.Version.Id }) : Refuse(result.Problem!, StatusCodes.Status422UnprocessableEntity);
        }
        catch (ForbiddenException forbidden)
        {
            return Refuse(forbidden.Problem, StatusCodes.Status403Forbidden);
        }
        catch (FileTooLargeException)
        {
            return Refuse(EvidenceProblems.TooLarge(null, store.MaxMegabytes), StatusCodes.Status422UnprocessableEntity);
        }
        catch (IOException error) when (FileStore.IsDiskFull(error))
        {
            return Refuse(EvidenceProblems.StorageFull, StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(EvidenceProblems.TooLarge(http.Request.ContentLength, store.MaxMegabytes), StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static async Task<Guid> UnitOfAsync(IDbContextFactory<AppDbContext> dbFactory, Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.Assessments.Where(sheet => sheet.Id == assessmentId).Select(sheet => sheet.UnitId).SingleOrDefaultAsync(ct);
    }

    private static IResult Refuse(Problem problem, int status) => Results.Json(problem, statusCode: status);
}
