using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ZonaIntegritas.Web.Identity;

/// <summary>
/// Who is signed in, in this request or this circuit. Only the identifier is trusted from here on:
/// role, unit and assignments are read from the database by <see cref="Authorizer"/> at each operation.
/// </summary>
public sealed class CurrentUser
{
    private ClaimsPrincipal? _principal;

    public Guid? UserId =>
        Guid.TryParse(_principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Changes with the password and when an account is closed; an older one no longer counts.</summary>
    public string? SecurityStamp => _principal?.FindFirstValue("AspNet.Identity.SecurityStamp");

    /// <summary>The address the request or the circuit came from, for the trail; null when the transport does not tell.</summary>
    public string? Origin { get; private set; }

    public void Set(ClaimsPrincipal principal, IPAddress? from = null) => (_principal, Origin) = (principal, from?.ToString());
}

/// <summary>In a circuit there is no HTTP request; the principal comes from the sign-in that opened it.</summary>
public sealed class CurrentUserCircuitHandler(
    AuthenticationStateProvider authentication, CurrentUser current, IHttpContextAccessor http) : CircuitHandler
{
    // The context of the connection that opened the circuit: its address is read here once and never used for a right.
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        current.Set((await authentication.GetAuthenticationStateAsync()).User, http.HttpContext?.Connection.RemoteIpAddress);
}
