using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>
/// The whole app in Production, on a real Kestrel, over a data folder, with the real sign-in cookie; its log is kept
/// for reading.
/// </summary>
public sealed partial class WebAppUnderTest : WebApplicationFactory<Program>
{
    private readonly string _dataFolder;
    private readonly TimeProvider? _clock;

    // The program names its environment itself, so that a factory cannot; a debug build listens to this.
    static WebAppUnderTest() => Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Production");

    /// <param name="clock">Null for the machine's.</param>
    public WebAppUnderTest(string dataFolder, TimeProvider? clock = null)
    {
        (_dataFolder, _clock) = (dataFolder, clock);
        UseKestrel(0);
    }

    public WebAppUnderTest(TestDatabase database)
        : this(database.Folder, database.Clock)
    {
    }

    /// <summary>Replaces parts of the app, for faults that a test cannot cause from outside.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>A browser that follows no redirect, without cookies or with the one of a sign-in.</summary>
    public HttpClient Visitor(Cookie? signIn = null)
    {
        StartServer();
        var cookies = new CookieContainer();
        if (signIn is not null)
        {
            cookies.Add(ClientOptions.BaseAddress, signIn);
        }

        return new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<HttpClient> SignInAsync(AppUser user) => Visitor(await CookieAsync(user));

    /// <summary>The cookie of a sign-in, made as the app makes it.</summary>
    public async Task<Cookie> CookieAsync(AppUser user)
    {
        StartServer();
        await using var scope = Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(user);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = (_clock ?? TimeProvider.System).GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(10) }, IdentityConstants.ApplicationScheme);
        return new(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    /// <summary>Fills in a form of a page as a browser would: with its hidden fields.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(path);
        var hidden = HiddenField().Matches(page).Select(field => (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value)));
        using var form = new FormUrlEncodedContent(hidden.Concat(fields).ToDictionary(field => field.Name, field => field.Value));
        return await browser.PostAsync(path, form);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", _dataFolder);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Recorder(Log)));
        builder.ConfigureTestServices(services =>
        {
            if (_clock is not null)
            {
                services.AddSingleton(_clock);
            }

            Replace?.Invoke(services);
        });
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
