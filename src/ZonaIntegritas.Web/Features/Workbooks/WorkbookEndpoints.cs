using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Features.Workbooks.Writing;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Workbooks;

/// <summary>The sheet as a workbook, made and checked at each request; and the way back in for a filled-in one.</summary>
public static class WorkbookEndpoints
{
    public static FileRules Rules { get; } = new(BookReader.MaxBytes, WorkbookProblems.TooLarge(BookReader.MaxMegabytes), WorkbookProblems.Unreadable, BookReader.Look);

    public static void MapWorkbooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/lembar/{assessmentId:guid}/lke.xlsx", DownloadAsync).RequireRateLimiting(RateLimits.Export);
        FileDoor.Map(endpoints, "/lembar/{assessmentId:guid}/impor/berkas", ReceiveAsync);
    }

    public static string Url(Guid assessmentId) => $"/lembar/{assessmentId}/lke.xlsx";

    /// <summary>Where a filled-in one is handed in.</summary>
    public static string Door(Guid assessmentId) => $"/lembar/{assessmentId}/impor/berkas";

    private static Task<IResult> ReceiveAsync(Guid assessmentId, HttpContext http, FileDoor door, ImportWorkbook import) =>
        door.ReceiveAsync(http, Rules, async ct => (await import.BeginAsync(assessmentId, ct)).Problem);

    private static async Task<IResult> DownloadAsync(Guid assessmentId, HttpContext http, ExportWorkbook export, CancellationToken ct)
    {
        LkeBook book;
        try
        {
            book = await export.ExecuteAsync(assessmentId, ct);
        }
        catch (ForbiddenException)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }

        var file = BookWriter.Write(book);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(EvidenceName.Clean(book.FileName));
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(file, BookWriter.MediaType);
    }
}
