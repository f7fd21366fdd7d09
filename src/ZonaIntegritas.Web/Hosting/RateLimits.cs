using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>Bounds on what one person or one address may ask for; generous for people, tight for programs.</summary>
public static class RateLimits
{
    public const string SignIn = "masuk";

    /// <summary>Begun uploads: a folder of small files begins many.</summary>
    public const string Upload = "unggah";

    /// <summary>Pieces of uploads, and questions about them: a slow line asks again and again.</summary>
    public const string UploadPiece = "unggah-potongan";
    public const string Export = "ekspor";
    public const string Picture = "gambar";

    /// <summary>Codes of papers, asked for by anybody.</summary>
    public const string Verification = "verifikasi";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, ct) =>
        {
            const string message = "Terlalu banyak permintaan. Tunggu satu menit, lalu coba lagi.";
            var response = context.HttpContext.Response;
            response.Headers.RetryAfter = "60";
            // A person who posted a form reads a sentence; a script in a page reads its message.
            await (context.HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
                ? response.WriteAsync(message, ct)
                : response.WriteAsJsonAsync(new { code = "rate.limited", message }, ct));
        };
        options.AddPolicy(SignIn, http => PerMinute(http, ByAddress(http), HttpMethods.IsPost(http.Request.Method) ? 20 : 600));
        options.AddPolicy(Upload, http => PerMinute(http, ByPerson(http), 1200));
        options.AddPolicy(UploadPiece, http => PerMinute(http, ByPerson(http), 6000));
        options.AddPolicy(Export, http => PerMinute(http, ByPerson(http), 60));
        options.AddPolicy(Verification, http => PerMinute(http, ByAddress(http), 60));
        options.AddPolicy(Picture, http => PerMinute(http, ByPerson(http), 600));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext http, string who, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            string.Create(CultureInfo.InvariantCulture, $"{who}:{permits}"),
            _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    private static string ByAddress(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "?";

    private static string ByPerson(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ByAddress(http);
}
