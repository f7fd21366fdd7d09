using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Webhook;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Tests.Features.Evidence.Links;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

/// <summary>A real https relay on this machine, reached under the rules of the app.</summary>
public sealed class WebhookTests
{
    private const string Secret = "rahasia-uji-yang-cukup-panjang-0123456789";
    private const string Relay = "relay.contoh.go.id/zona";

    [Fact]
    public async Task Each_message_is_a_second_row_that_goes_out_signed()
    {
        await using var sites = await TestSites.StartAsync();
        var (body, headers) = ("", new Dictionary<string, string>());
        sites.Answer(Relay, async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            body = await reader.ReadToEndAsync();
            headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            http.Response.StatusCode = 202;
        });
        using var database = await DeliverMailTests.PreparedAsync(name: "Sri \"Ayu\" <b>");
        using MailBench bench = new(database, webhook: Options(), ways: sites.Ways);
        await bench.Plan.ExecuteAsync(default);
        Assert.Equal(2, bench.Dispatcher.Mails.Count);
        await bench.WorkAsync();

        var rows = await bench.RowsAsync();
        Assert.Equal([DeliveryChannel.Mail, DeliveryChannel.Webhook], rows.Select(row => row.Channel).Order());
        Assert.All(rows, row => Assert.Equal((WorkState.Done, "2026-10-12"), (row.State, row.Key)));
        var hook = rows.Single(row => row.Channel == DeliveryChannel.Webhook);
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        Assert.Equal(
            (hook.Id.ToString(), "digest", "2026-10-12", "Sri \"Ayu\" <b>", "orang1@contoh.test"),
            (Text("id"), Text("kind"), Text("day"), root.GetProperty("person").GetProperty("name").GetString(), root.GetProperty("person").GetProperty("email").GetString()));
        Assert.NotEmpty(root.GetProperty("links").EnumerateArray());
        Assert.All(root.GetProperty("links").EnumerateArray(), link => Assert.StartsWith("https://zi.contoh.test/lembar-kerja/", link.GetString(), StringComparison.Ordinal));
        Assert.Equal((hook.Subject, hook.Text), (Text("subject"), Text("text")));
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{headers["X-Zona-Timestamp"]}.{body}"));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(signed), headers["X-Zona-Signature"]);
        Assert.Equal(database.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), headers["X-Zona-Timestamp"]);
        Assert.Equal(hook.Id.ToString(), headers["Idempotency-Key"]);

        string? Text(string name) => root.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData(500, WorkState.Waiting)]
    [InlineData(503, WorkState.Waiting)]
    [InlineData(429, WorkState.Waiting)]
    [InlineData(408, WorkState.Waiting)]
    [InlineData(400, WorkState.Failed)]
    [InlineData(401, WorkState.Failed)]
    [InlineData(404, WorkState.Failed)]
    public async Task What_a_relay_answers_decides_whether_it_is_asked_again(int status, WorkState state)
    {
        await using var sites = await TestSites.StartAsync();
        sites.Answer(Relay, status);

        var row = await SendAsync(sites);

        Assert.Equal((state, $"Penerus webhook menjawab {status}."), (row.State, row.Error));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var sites = await TestSites.StartAsync();
        sites.Redirect(Relay, "https://lain.contoh.go.id/zona");
        sites.Answer("lain.contoh.go.id/zona", 200);

        var row = await SendAsync(sites);

        Assert.Equal((WorkState.Failed, "Penerus webhook menjawab 302."), (row.State, row.Error));
        Assert.Equal([Relay], sites.Asked);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_asked()
    {
        await using var sites = await TestSites.StartAsync();
        sites.Name("relay.contoh.go.id", "93.184.215.14", "10.0.0.7");

        var row = await SendAsync(sites);

        Assert.Equal(WorkState.Waiting, row.State);
        Assert.StartsWith("Alamat webhook mengarah ke jaringan dalam", row.Error, StringComparison.Ordinal);
        Assert.Empty(sites.Asked);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_nothing()
    {
        await using var sites = await TestSites.StartAsync();
        sites.Answer(Relay, 200);

        var row = await SendAsync(sites, options => options.Url = "https://relay.palsu.id/zona");

        Assert.Equal((WorkState.Waiting, "Penerus webhook tidak dapat dihubungi, atau sertifikatnya tidak dapat dipercaya."), (row.State, row.Error));
        Assert.Empty(sites.Asked);
    }

    [Fact]
    public async Task A_relay_that_says_nothing_is_given_up_in_time()
    {
        await using var sites = await TestSites.StartAsync();
        sites.Answer(Relay, http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        var row = await SendAsync(sites, options => options.TimeoutSeconds = 1);

        Assert.Equal((WorkState.Waiting, "Penerus webhook tidak menjawab dalam 1 detik."), (row.State, row.Error));
    }

    [Fact]
    public async Task Turned_off_again_what_waits_is_withdrawn_and_nothing_new_is_written()
    {
        using var database = await DeliverMailTests.PreparedAsync();
        using (MailBench on = new(database, webhook: Options()))
        {
            await on.Plan.ExecuteAsync(default);
        }

        using MailBench off = new(database);
        await off.ResumeAndWorkAsync();
        Assert.Equal(
            [(DeliveryChannel.Mail, WorkState.Done), (DeliveryChannel.Webhook, WorkState.Withdrawn)],
            (await off.RowsAsync()).Select(row => (row.Channel, row.State)).Order());

        database.Clock.Advance(TimeSpan.FromDays(1));
        await off.Plan.ExecuteAsync(default);
        Assert.Equal(3, (await off.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("http://relay.contoh.go.id/zona", Secret, "Webhook:Url")]
    [InlineData("https://10.0.0.7/zona", Secret, "Webhook:Url")]
    [InlineData("https://127.0.0.1/zona", Secret, "Webhook:Url")]
    [InlineData("https://[::1]/zona", Secret, "Webhook:Url")]
    [InlineData("https://localhost/zona", Secret, "Webhook:Url")]
    [InlineData("https://orang:sandi@relay.contoh.go.id/zona", Secret, "Webhook:Url")]
    [InlineData("https://relay.contoh.go.id:25/zona", Secret, "Webhook:Url")]
    [InlineData("", Secret, "Webhook:Url")]
    [InlineData("https://relay.contoh.go.id/zona", "pendek", "Webhook:Secret")]
    public void The_app_does_not_start_with_a_webhook_that_tells_the_wrong_ones(string url, string secret, string named)
    {
        var result = new WebhookOptionsCheck().Validate(null, new() { Enabled = true, Url = url, Secret = secret });

        Assert.StartsWith(named, Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.True(new WebhookOptionsCheck().Validate(null, new() { Enabled = false, Url = url, Secret = secret }).Succeeded);
    }

    private static WebhookOptions Options() => new() { Enabled = true, Url = $"https://{Relay}", Secret = Secret };

    private static async Task<MailDelivery> SendAsync(TestSites sites, Action<WebhookOptions>? change = null)
    {
        using var database = await DeliverMailTests.PreparedAsync();
        var options = Options();
        change?.Invoke(options);
        using MailBench bench = new(database, webhook: options, ways: sites.Ways);
        await bench.Plan.ExecuteAsync(default);
        while (bench.Dispatcher.Mails.TryDequeue(out var mail) && mail.Delay == TimeSpan.Zero)
        {
            await bench.Deliver.ExecuteAsync(mail.Id, default);
        }

        return (await bench.RowsAsync()).Single(row => row.Channel == DeliveryChannel.Webhook);
    }
}
