using Microsoft.AspNetCore.Authorization;
using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Web.Identity;

/// <summary>Closed by default: what names no policy needs a signed-in person.</summary>
public static class Policies
{
    public const string Administrator = nameof(Administrator);

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(Role.Administrator)));
    }
}
