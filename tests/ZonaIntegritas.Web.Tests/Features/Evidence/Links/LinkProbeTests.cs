using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Links;

public sealed class LinkProbeTests : IAsyncLifetime
{
    private const string Address = "https://contoh.go.id/sk";

    private TestSites _sites = null!;
    private LinkProbe _probe = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        _probe = _sites.Probe();
    }

    public ValueTask DisposeAsync()
    {
        _probe.Dispose();
        return _sites.DisposeAsync();
    }

    [Fact]
    public async Task A_page_for_everybody_opens_and_is_asked_for_as_a_stranger()
    {
        _sites.Page("contoh.go.id/sk", "<title>SK</title><p>Surat keputusan</p>");

        Assert.Equal(LinkFinding.Opens, await LookAsync(Address));
        var headers = _sites.Headers.Single();
        Assert.StartsWith("ZonaIntegritas-PemeriksaTautan/1.0", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Empty(headers.Keys.Intersect(["Cookie", "Referer", "Authorization", "traceparent", "Origin"], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_file_opens_without_being_fetched()
    {
        var sent = 0L;
        _sites.Answer("contoh.go.id/sk", async http =>
        {
            http.Response.ContentType = "application/pdf";
            var part = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested && sent < 500_000_000)
            {
                await http.Response.Body.WriteAsync(part);
                sent += part.Length;
            }
        });

        Assert.Equal(LinkFinding.Opens, await LookAsync(Address));
        Assert.InRange(sent, 0, 50_000_000);
    }

    [Fact]
    public async Task Of_an_endless_page_only_the_beginning_is_read()
    {
        _sites.Answer("contoh.go.id/sk", async http =>
        {
            http.Response.ContentType = "text/html";
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(new string('a', 10_000));
            }
        });

        Assert.Equal(LinkFinding.Opens, await LookAsync(Address));
    }

    [Theory]
    [InlineData(200, LinkState.Opens)]
    [InlineData(204, LinkState.Opens)]
    [InlineData(401, LinkState.Locked)]
    [InlineData(403, LinkState.Locked)]
    [InlineData(407, LinkState.Locked)]
    [InlineData(404, LinkState.Dead)]
    [InlineData(410, LinkState.Dead)]
    [InlineData(400, LinkState.Dead)]
    [InlineData(408, LinkState.Waiting)]
    [InlineData(429, LinkState.Waiting)]
    [InlineData(500, LinkState.Waiting)]
    [InlineData(503, LinkState.Waiting)]
    public async Task An_answer_means_something(int status, LinkState state)
    {
        _sites.Answer("contoh.go.id/sk", status);

        var finding = await LookAsync(Address);

        Assert.Equal((state, true), (finding.State, finding.Answered));
        Assert.Equal(state == LinkState.Opens, finding.Remark.Length == 0);
        Assert.InRange(finding.Remark.Length, 0, EvidenceVersion.NameMaxLength);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_page_and_relative_ones_understood()
    {
        _sites.Redirect("contoh.go.id/sk", "/sk/2026");
        _sites.Redirect("contoh.go.id/sk/2026", "https://arsip.contoh.go.id/7");
        _sites.Page("arsip.contoh.go.id/7", "<p>SK</p>");

        Assert.Equal(LinkFinding.Opens, await LookAsync(Address));
        Assert.Equal(["contoh.go.id/sk", "contoh.go.id/sk/2026", "arsip.contoh.go.id/7"], _sites.Asked);
    }

    [Fact]
    public async Task Five_redirects_are_enough()
    {
        for (var hop = 0; hop < 5; hop++)
        {
            _sites.Redirect($"contoh.go.id/{hop}", $"/{hop + 1}");
        }

        _sites.Page("contoh.go.id/5", "<p>SK</p>");
        _sites.Redirect("contoh.go.id/sk", "/0");

        Assert.Equal(LinkFinding.Opens, await LookAsync("https://contoh.go.id/0"));
        Assert.Equal(LinkFinding.RunsInCircles, await LookAsync(Address));
    }

    [Theory]
    [InlineData("https://accounts.google.com/ServiceLogin?continue=x")]
    [InlineData("https://login.microsoftonline.com/common/oauth2/authorize")]
    [InlineData("/masuk?kembali=/sk")]
    public async Task Being_sent_to_sign_in_is_locked_and_the_door_is_not_knocked_at(string target)
    {
        _sites.Redirect("contoh.go.id/sk", target);

        Assert.Equal(LinkState.Locked, (await LookAsync(Address)).State);
        Assert.Single(_sites.Asked);
    }

    [Fact]
    public async Task A_page_that_asks_for_access_is_locked()
    {
        _sites.Page("drive.google.com/file/d/1", "<title>Anda memerlukan akses</title>");

        Assert.Equal(LinkFinding.Google, await LookAsync("https://drive.google.com/file/d/1"));
    }

    [Theory]
    [InlineData("http://contoh.go.id/sk2")]
    [InlineData("https://localhost/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://arsip.internal/")]
    [InlineData("https://contoh.go.id:22/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_inward_or_out_of_https_is_not_followed(string target)
    {
        _sites.Redirect("contoh.go.id/sk", target);

        Assert.Equal(LinkState.NotPublic, (await LookAsync(Address)).State);
        Assert.Single(_sites.Asked);
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_leads_inward_is_not_followed()
    {
        _sites.Redirect("contoh.go.id/sk", "https://dalam.contoh.go.id/");
        _sites.Name("dalam.contoh.go.id", "10.0.0.7");

        Assert.Equal(LinkFinding.Inside, await LookAsync(Address));
        Assert.Single(_sites.Asked);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:192.168.0.1")]
    // One good address among bad ones does not make a name public.
    [InlineData("8.8.8.8", "192.168.0.1")]
    public async Task A_name_that_leads_inward_is_not_reached(params string[] addresses)
    {
        _sites.Name("contoh.go.id", addresses);

        Assert.Equal(LinkFinding.Inside, await LookAsync(Address));
        Assert.Empty(_sites.Asked);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_asked_once_per_request_and_held_to_that_answer()
    {
        // Rebinding: public for whoever checks, inside for whoever connects. Here the check and the connection are one.
        var asked = 0;
        var here = new IPEndPoint(IPAddress.Loopback, 1);
        _sites.Name("contoh.go.id", () =>
        {
            asked++;
            return asked == 1 ? [here] : [new(IPAddress.Parse("10.0.0.1"), 443)];
        });

        var finding = await LookAsync(Address);

        Assert.Equal((1, LinkState.Dead), (asked, finding.State));
    }

    [Fact]
    public async Task Strict_rules_stop_at_this_machine_itself()
    {
        using var strict = new LinkProbe(ProbeWays.Outside with { Locate = (site, _) => Task.FromResult<IPEndPoint[]>([new(IPAddress.Loopback, site.Port)]) });

        Assert.Equal(LinkFinding.Inside, await strict.LookAsync(new(Address), default));
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, LinkState.Dead)]
    [InlineData(SocketError.NoData, LinkState.Dead)]
    [InlineData(SocketError.TryAgain, LinkState.Waiting)]
    public async Task A_name_that_is_not_found_is_dead_and_a_silent_name_server_is_not(SocketError error, LinkState state)
    {
        _sites.NoName("contoh.go.id", error);

        var finding = await LookAsync(Address);

        Assert.Equal((state, false), (finding.State, finding.Answered));
    }

    [Fact]
    public async Task A_refused_connection_and_a_wrong_certificate_are_dead()
    {
        using (var closed = new TcpListener(IPAddress.Loopback, 0))
        {
            closed.Start();
            var gone = (IPEndPoint)closed.LocalEndpoint;
            closed.Stop();
            _sites.Name("contoh.go.id", () => [gone]);
        }

        var refused = await LookAsync(Address);
        var forged = await LookAsync("https://contoh.palsu.id/");

        Assert.Equal((LinkState.Dead, false), (refused.State, refused.Answered));
        Assert.StartsWith("Situs menolak sambungan.", refused.Remark, StringComparison.Ordinal);
        Assert.Equal(LinkFinding.BadCertificate, forged);
        Assert.Empty(_sites.Asked);
    }

    [Fact]
    public async Task A_site_that_drops_the_line_may_answer_another_time()
    {
        _sites.Answer("contoh.go.id/sk", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(LinkFinding.TooSlow, await LookAsync(Address));
    }

    [Fact]
    public async Task Whoever_stops_asking_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        _sites.Answer("contoh.go.id/sk", async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _probe.LookAsync(new(Address), stop.Token));
    }

    private Task<LinkFinding> LookAsync(string address) => _probe.LookAsync(new(address), default);
}
