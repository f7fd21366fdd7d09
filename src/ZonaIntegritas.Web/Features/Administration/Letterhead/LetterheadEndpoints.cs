using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Letterhead;

/// <summary>The logo comes over HTTP, as every upload does, and leads back to the page with its refusal.</summary>
internal static class LetterheadEndpoints
{
    public const string Page = "/pengaturan/kop";
    public const string Logo = "/pengaturan/kop/logo";

    // Room for the form around the picture; a picture over its own limit is then refused in words.
    private const long MostBytes = 4 * AgencyProfile.LogoMaxBytes;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Logo, ReceiveAsync)
        .RequireAuthorization(Policies.Administrator).RequireRateLimiting(RateLimits.Upload);

    /// <summary>Checks the antiforgery token itself, before anything of the form is read into memory as a file.</summary>
    private static async Task<IResult> ReceiveAsync(HttpContext http, IAntiforgery antiforgery, SaveLogo save, CancellationToken ct)
    {
        if (http.Request.ContentLength is null or > MostBytes)
        {
            return Back(LetterheadProblems.LogoTooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (!int.TryParse(form["versi"], CultureInfo.InvariantCulture, out var version))
        {
            return Results.BadRequest();
        }

        try
        {
            var remove = form["hapus"] == "ya";
            var file = form.Files.GetFile("logo");
            return !remove && file is null or { Length: 0 }
                ? Back(LetterheadProblems.LogoMissing)
                : Back((await save.ExecuteAsync(remove ? [] : await ReadAsync(file!, ct), version, ct)).Problem);
        }
        catch (ForbiddenException)
        {
            return Results.NotFound();
        }
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private static IResult Back(Problem? problem) =>
        Results.LocalRedirect(problem is null ? $"{Page}?logo=tersimpan" : $"{Page}?logo={Uri.EscapeDataString(problem.Code)}");
}
