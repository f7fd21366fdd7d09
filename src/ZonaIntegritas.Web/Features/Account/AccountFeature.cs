using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Account;

public static class AccountFeature
{
    public static IServiceCollection AddAccount(this IServiceCollection services) => services
        .AddSingleton<FirstAdministrator>()
        .AddHostedService(provider => provider.GetRequiredService<FirstAdministrator>());

    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/keluar", async (HttpContext http, IAntiforgery antiforgery, SignInManager<AppUser> signIn) =>
        {
            await antiforgery.ValidateRequestAsync(http);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/masuk");
        });

        // Scripts in a page ask for this before they send a file; the cookie half is set along with it.
        endpoints.MapGet("/antiforgery", (HttpContext http, IAntiforgery antiforgery) =>
            Results.Json(new { token = antiforgery.GetAndStoreTokens(http).RequestToken }));
    }
}
