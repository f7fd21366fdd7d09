using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

/// <summary>
/// The public internet on this machine: every name leads to one https server here, unless a test says otherwise, and
/// this machine counts as public.
/// </summary>
internal sealed class TestSites : IAsyncDisposable
{
    /// <summary>Made once: a key takes longer than a test. Names for which it does not hold end in ".palsu.id".</summary>
    private static readonly X509Certificate2 Certificate = MakeCertificate();

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentDictionary<string, Func<IPEndPoint[]>> _names = new();

    private TestSites(WebApplication server)
    {
        _server = server;
        server.Run(AnswerAsync);
    }

    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<Dictionary<string, string>> Headers { get; } = new();

    public static async Task<TestSites> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        var sites = new TestSites(builder.Build());
        await sites._server.StartAsync();
        return sites;
    }

    /// <param name="address">Without the scheme: "contoh.go.id/a".</param>
    public void Answer(string address, RequestDelegate page) => _pages[address] = page;

    public void Answer(string address, int status) => Answer(address, http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public void Page(string address, string html) => Answer(address, http =>
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html);
    });

    public void Redirect(string address, string target) => Answer(address, http =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    });

    /// <summary>What the name leads to, from now on.</summary>
    public void Name(string host, Func<IPEndPoint[]> leadsTo) => _names[host] = leadsTo;

    public void Name(string host, params string[] addresses) => Name(host, () => [.. addresses.Select(address => new IPEndPoint(IPAddress.Parse(address), 443))]);

    public void NoName(string host, SocketError error = SocketError.HostNotFound) => Name(host, () => throw new SocketException((int)error));

    public LinkProbe Probe() => new(Ways);

    /// <summary>For whatever else goes out under the rules of links.</summary>
    public ProbeWays Ways => new(
        (site, _) => Task.FromResult(_names.TryGetValue(site.Host, out var leadsTo) ? leadsTo() : [Here]),
        address => IPAddress.IsLoopback(address) || PublicAddress.IsPublic(address),
        Certificate);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IPEndPoint Here => new(IPAddress.Loopback, new Uri(_server.Urls.Single()).Port);

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue(http.Request.Host.Host + http.Request.Path);
        Headers.Enqueue(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
        if (_pages.TryGetValue(http.Request.Host.Host + http.Request.Path, out var page))
        {
            return page(http);
        }

        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=contoh", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in (string[])["*.go.id", "*.contoh.go.id", "*.google.com", "*.contoh.id"])
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
