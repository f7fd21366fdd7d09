using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Features.Reporting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>The whole app over a <see cref="TestDatabase"/> and its clock; requests say who they are in a header.</summary>
public sealed class TestApp(TestDatabase database, bool jobs = false, IReadOnlyList<(string Key, string Value)>? settings = null) : WebApplicationFactory<Program>
{
    private const string Header = "X-Test-User";

    public HttpClient ClientOf(AppUser? user)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add(Header, $"{user.Id} {user.SecurityStamp}");
        }

        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", database.Folder);
        builder.UseSetting("Seed:Demo", "false");
        builder.UseSetting("Jobs:Enabled", jobs.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, value) in settings ?? [])
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(database.Clock);
            services.AddScoped<IPaperMaker, Features.Reporting.SmallMaker>();
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("test", null);
            services.PostConfigure<AuthenticationOptions>(options => options.DefaultAuthenticateScheme = "test");
        });
    }

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString().Split(' ') is not [var id, var stamp])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new("AspNet.Identity.SecurityStamp", stamp)], "test");
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
