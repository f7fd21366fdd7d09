using System.Text;
using Microsoft.Net.Http.Headers;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Features.Administration.Instruments;

/// <summary>A loaded version as the file it came from, so that the next one is made from it; and where that one is handed in.</summary>
internal static class InstrumentEndpoints
{
    public const string Door = "/instrumen/muat/berkas";

    public static FileRules Rules { get; } = new(LoadInstrument.MaxBytes, InstrumentProblems.TooLarge(LoadInstrument.MaxMegabytes), InstrumentProblems.Unreadable);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/instrumen/{versionId:guid}/berkas", DownloadAsync).RequireRateLimiting(RateLimits.Export);
        FileDoor.Map(endpoints, Door, ReceiveAsync);
    }

    public static string Url(Guid versionId) => $"/instrumen/{versionId}/berkas";

    private static Task<IResult> ReceiveAsync(HttpContext http, FileDoor door, LoadInstrument load) =>
        door.ReceiveAsync(http, Rules, async ct => (await load.BeginAsync(ct)).Problem);

    private static async Task<IResult> DownloadAsync(Guid versionId, HttpContext http, InstrumentQueries instruments, CancellationToken ct)
    {
        try
        {
            if (await instruments.DownloadAsync(versionId, ct) is not { } file)
            {
                return Results.NotFound();
            }

            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(string.Concat(file.FileName.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '_' ? letter : ' ')));
            var headers = http.Response.Headers;
            headers.ContentDisposition = disposition.ToString();
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
            headers.CacheControl = "private, no-cache";
            headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(Encoding.UTF8.GetBytes(file.Json), "application/json");
        }
        catch (ForbiddenException)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Results.NotFound();
        }
    }
}
