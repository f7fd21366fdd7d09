using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Evidence.Uploads;

/// <summary>
/// Files on their way in by the open tus protocol 1.0: in pieces, so that a lost line or a restart costs at most what
/// had not arrived. Every request asks anew who it is and whether that person may.
/// </summary>
public static class UploadEndpoints
{
    private const string Root = "/unggah";

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        // Answers are for a program: no page, no way to the sign-in form.
        var uploads = endpoints.MapGroup(Root).WithMetadata(new SkipStatusCodePagesAttribute()).DisableCookieRedirect();
        uploads.AddEndpointFilter(SpeakAsync);
        uploads.MapMethods("", [HttpMethods.Options], Describe);
        uploads.MapGet("", ListAsync).RequireRateLimiting(RateLimits.UploadPiece);
        uploads.MapPost("", BeginAsync).RequireRateLimiting(RateLimits.Upload);
        uploads.MapMethods("{id:guid}", [HttpMethods.Options], Describe);
        uploads.MapMethods("{id:guid}", [HttpMethods.Head], AskAsync).RequireRateLimiting(RateLimits.UploadPiece);
        uploads.MapMethods("{id:guid}", [HttpMethods.Patch], ReceiveAsync).RequireRateLimiting(RateLimits.UploadPiece);
        uploads.MapMethods("{id:guid}", [HttpMethods.Delete], CancelAsync).RequireRateLimiting(RateLimits.UploadPiece);
    }

    /// <summary>What every request and every answer of the protocol share.</summary>
    private static async ValueTask<object?> SpeakAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[TusHeaders.Resumable] = TusHeaders.Version;
        http.Response.Headers.CacheControl = "no-store";
        var method = http.Request.Method;
        if (!HttpMethods.IsOptions(method) && !HttpMethods.IsGet(method) && http.Request.Headers[TusHeaders.Resumable] != TusHeaders.Version)
        {
            http.Response.Headers["Tus-Version"] = TusHeaders.Version;
            return Refuse(UploadProblems.WrongVersion);
        }

        // HEAD is let through: all it can do is finish what its owner has sent whole.
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return Refuse(UploadProblems.Csrf);
        }

        try
        {
            return await next(context);
        }
        catch (ForbiddenException forbidden)
        {
            return Refuse(forbidden.Problem);
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(UploadProblems.PieceTooLong);
        }
        catch (Exception full) when (DiskFull.Caused(full))
        {
            return Refuse(EvidenceProblems.StorageFull);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // The line is gone, or another request has taken over; if anybody still listens, "try again" is the answer.
            return Refuse(UploadProblems.Busy);
        }
    }

    private static IResult Describe(HttpContext http, EvidenceStore store)
    {
        var headers = http.Response.Headers;
        headers["Tus-Version"] = TusHeaders.Version;
        headers["Tus-Extension"] = TusHeaders.Extensions;
        headers["Tus-Max-Size"] = TusHeaders.Text(store.MaxBytes);
        headers["Tus-Checksum-Algorithm"] = PieceChecksum.Algorithms;
        return Results.NoContent();
    }

    private static async Task<IResult> ListAsync(HttpContext http, UploadQueries queries, CancellationToken ct) =>
        TusHeaders.ReadPurpose(name => http.Request.Query[name]) is { } purpose
            ? Results.Json(await queries.UnfinishedAsync(purpose, ct))
            : Refuse(UploadProblems.BadRequest);

    private static async Task<IResult> BeginAsync(HttpContext http, BeginUpload begin, CancellationToken ct)
    {
        var metadata = TusHeaders.ReadMetadata(http.Request.Headers[TusHeaders.Metadata]);
        if (metadata is null || TusHeaders.Bytes(http.Request, TusHeaders.Length) is not { } length
            || TusHeaders.ReadPurpose(name => metadata.GetValueOrDefault(name)) is not { } purpose
            || purpose.AssessmentId is null != purpose.QuestionCode is null)
        {
            return Refuse(UploadProblems.BadRequest);
        }

        var begun = await begin.ExecuteAsync(purpose, metadata.GetValueOrDefault("filename"), length, ct);
        if (!begun.Succeeded)
        {
            return Refuse(begun.Problem!);
        }

        Tell(http, begun.Value.ExpiresAt);
        return Results.Created($"{Root}/{begun.Value.Id}", null);
    }

    private static async Task<IResult> AskAsync(
        Guid id, HttpContext http, UploadDoor door, UploadKeeper keeper, FinishUpload finish, CancellationToken ct)
    {
        var opened = await door.OpenAsync(id, insist: false, ct);
        if (!opened.Succeeded)
        {
            return RefuseHead(http, opened.Problem!);
        }

        using var open = opened.Value;
        var offset = keeper.OffsetOf(open.Upload);
        if (open.Upload.VersionId is null && offset == open.Upload.Length && (await finish.ExecuteAsync(open)).Problem is { } refused)
        {
            return RefuseHead(http, refused);
        }

        http.Response.Headers[TusHeaders.Offset] = TusHeaders.Text(offset);
        http.Response.Headers[TusHeaders.Length] = TusHeaders.Text(open.Upload.Length);
        Tell(http, open.Upload.ExpiresAt);
        return Results.Ok();
    }

    private static async Task<IResult> ReceiveAsync(Guid id, HttpContext http, UploadDoor door, ReceivePiece receive, CancellationToken ct)
    {
        if (http.Request.ContentType != TusHeaders.PieceType)
        {
            return Refuse(UploadProblems.WrongType);
        }

        if (TusHeaders.Bytes(http.Request, TusHeaders.Offset) is not { } offset
            || !PieceChecksum.TryParse(http.Request.Headers[TusHeaders.Checksum], out var checksum))
        {
            return Refuse(UploadProblems.BadRequest);
        }

        var opened = await door.OpenAsync(id, insist: false, ct);
        if (!opened.Succeeded)
        {
            return Refuse(opened.Problem!);
        }

        using var open = opened.Value;
        var piece = new Piece(offset, http.Request.ContentLength, checksum, http.Request.Body);
        if (await receive.RefusalAsync(open.Upload, piece, ct) is { } refusal)
        {
            return Refuse(refusal);
        }

        AllowSlowly(http, open.Upload.Length - offset);
        var received = await receive.ExecuteAsync(open, piece, ct);
        return received.Succeeded ? Accept(http, received.Value) : Refuse(received.Problem!);
    }

    private static async Task<IResult> CancelAsync(Guid id, CancelUpload cancel, CancellationToken ct) =>
        (await cancel.ExecuteAsync(id, ct)).Problem is { } problem ? Refuse(problem) : Results.NoContent();

    /// <summary>As much as is missing may come, and as slowly as the line is: offices on 200 bytes a second are offices too.</summary>
    private static void AllowSlowly(HttpContext http, long missing)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = missing;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private static IResult Accept(HttpContext http, ReceivedPiece received)
    {
        http.Response.Headers[TusHeaders.Offset] = TusHeaders.Text(received.Offset);
        if (received.Expires is { } expires)
        {
            Tell(http, expires);
        }

        if (received.Written is { } written)
        {
            http.Response.Headers[TusHeaders.Result] = written.WasKnown ? "known" : "new";
        }

        return Results.NoContent();
    }

    private static void Tell(HttpContext http, DateTimeOffset expires) =>
        http.Response.Headers[TusHeaders.Expires] = expires.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static IResult Refuse(Problem problem) => Results.Json(problem, statusCode: UploadProblems.StatusOf(problem));

    private static IResult RefuseHead(HttpContext http, Problem problem)
    {
        http.Response.Headers[TusHeaders.Problem] = Uri.EscapeDataString(JsonSerializer.Serialize(problem, JsonSerializerOptions.Web));
        return Results.StatusCode(UploadProblems.StatusOf(problem));
    }
}
