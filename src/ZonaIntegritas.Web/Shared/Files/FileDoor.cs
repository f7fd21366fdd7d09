using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Shared.Files;

/// <summary>
/// A small file comes in over HTTP, as every upload does, and waits on disk for the page that sent it. Size, token and
/// right are asked before anything of it is read; a use case asks again when the page hands it on.
/// </summary>
public sealed class FileDoor(IAntiforgery antiforgery, HandedFiles files)
{
    /// <summary>Name of the form's one field.</summary>
    public const string Field = "berkas";

    public const string TokenHeader = "X-CSRF-TOKEN";

    // Room for the form around the file.
    private const int FormBytes = 16 * 1024;

    /// <summary>Answers are for a script: no page, no way to the sign-in form.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, string pattern, Delegate receive) => endpoints.MapPost(pattern, receive)
        .WithMetadata(new SkipStatusCodePagesAttribute()).DisableCookieRedirect().RequireRateLimiting(RateLimits.Upload);

    /// <param name="refusal">Why this person may not hand anything in here, now; a <see cref="ForbiddenException"/> is "not found".</param>
    public async Task<IResult> ReceiveAsync(HttpContext http, FileRules rules, Func<CancellationToken, Task<Problem?>> refusal)
    {
        var ct = http.RequestAborted;
        if (http.Request.ContentLength is null || http.Request.ContentLength > rules.MaxBytes + FormBytes)
        {
            return Refuse(rules.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }

        // A token in the form would have to be read out of it first.
        if (!http.Request.Headers.ContainsKey(TokenHeader) || !http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Refuse(rules.Unreadable, StatusCodes.Status400BadRequest);
        }

        try
        {
            return await refusal(ct) is { } refused ? Refuse(refused) : await KeepAsync(http, rules, ct);
        }
        catch (ForbiddenException)
        {
            // The same answer for "not there" and "not yours": an id tells nothing.
            return Refuse(rules.Unreadable, StatusCodes.Status404NotFound);
        }
    }

    private async Task<IResult> KeepAsync(HttpContext http, FileRules rules, CancellationToken ct)
    {
        // The framework keeps a large form on disk while it arrives, and removes it after the request.
        var options = new FormOptions { MultipartBodyLengthLimit = rules.MaxBytes + FormBytes, ValueCountLimit = 1 };
        IFormFile? file;
        try
        {
            file = (await http.Request.ReadFormAsync(options, ct)).Files.GetFile(Field);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return Refuse(rules.Unreadable, StatusCodes.Status400BadRequest);
        }

        if (file is null)
        {
            return Refuse(rules.Unreadable, StatusCodes.Status400BadRequest);
        }

        if (file.Length > rules.MaxBytes)
        {
            return Refuse(rules.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }

        await using var content = file.OpenReadStream();
        return rules.Look?.Invoke(content) is { } wrong
            ? Refuse(wrong)
            : Results.Json(new { ticket = await files.KeepAsync(http.Request.Path, file, ct) });
    }

    private static IResult Refuse(Problem problem, int status = StatusCodes.Status422UnprocessableEntity) => Results.Json(problem, statusCode: status);
}
