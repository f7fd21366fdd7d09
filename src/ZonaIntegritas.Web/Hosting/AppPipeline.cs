using ZonaIntegritas.Web.Features.Account;
using ZonaIntegritas.Web.Features.Administration;
using ZonaIntegritas.Web.Features.Auditing;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Uploads;
using ZonaIntegritas.Web.Features.EvidencePacks.Packs;
using ZonaIntegritas.Web.Features.Proposals.Tpn;
using ZonaIntegritas.Web.Features.Workbooks;
using ZonaIntegritas.Web.Hosting.Jobs;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Hosting;

/// <summary>What happens to a request, in order.</summary>
public static class AppPipeline
{
    public static WebApplication UseZonaIntegritas(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/galat");
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/tidak-ditemukan");
        app.UseAuthentication();
        app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<CurrentUser>().Set(http.User, http.Connection.RemoteIpAddress);
            return next(http);
        });
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();

        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapAccount();
        app.MapEvidence();
        app.MapUploads();
        app.MapWorkbooks();
        app.MapEvidencePacks();
        app.MapTpn();
        app.MapAuditing();
        app.MapAdministration();
        app.UseBackgroundWork();
        return app;
    }

    private static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // No inline script at all, so no nonce is needed; MudBlazor sets style attributes, hence 'unsafe-inline' for styles only.
        headers.ContentSecurityPolicy =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + "font-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
        return next(http);
    });
}
