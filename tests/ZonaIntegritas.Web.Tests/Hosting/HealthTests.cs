using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task A_sound_app_is_live_and_ready_and_says_so_in_one_word()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        using var anonymous = app.ClientOf(null);
        using var coordinator = app.ClientOf(scene.Coordinator);

        foreach (var address in (string[])["/health", "/health/live", "/health/ready"])
        {
            Assert.Equal("Healthy", await anonymous.GetStringAsync(address));
            Assert.Equal("Healthy", await coordinator.GetStringAsync(address));
        }

        Assert.Empty(Directory.GetFiles(scene.Database.Folder, ".health-*"));
    }

    [Fact]
    public async Task An_administrator_reads_which_part_and_why()
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        await bench.AddMailAsync();
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(16));
        await using var app = new TestApp(scene.Database);

        var report = await PartsAsync(app, await scene.Database.AddUserAsync(Role.Administrator));

        Assert.Equal(["database", "evidence", "jobs", "mail", "queue", "storage"], report.Keys.Order());
        Assert.Equal(("Degraded", "oldest due work waits for 16 minutes: see /pekerjaan"), report["queue"]);
        Assert.All(report.Where(part => part.Key != "queue"), part => Assert.Equal("Healthy", part.Value.Status));
    }

    [Fact]
    public async Task A_data_folder_without_room_or_without_a_database_is_not_ready_but_the_process_lives()
    {
        using var scene = await Scene.CreateAsync();
        await using (var full = new TestApp(scene.Database, settings: [("Storage:MinFreeMegabytes", "1000000")]))
        {
            using var client = full.ClientOf(null);
            using var ready = await client.GetAsync("/health/ready");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
            Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        }

        await using var app = new TestApp(scene.Database);
        using var later = app.ClientOf(scene.Coordinator);
        Assert.Equal("Healthy", await later.GetStringAsync("/health/ready"));
        Directory.Delete(scene.Database.Folder, recursive: true);

        using var gone = await later.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (gone.StatusCode, await gone.Content.ReadAsStringAsync()));
        Assert.Equal("Healthy", await later.GetStringAsync("/health/live"));
        Directory.CreateDirectory(scene.Database.Folder);
    }

    [Theory]
    [InlineData("FFF", "Degraded")]
    [InlineData("FF", "Healthy")]
    [InlineData("DFF", "Healthy")]
    [InlineData("DFFF", "Degraded")]
    [InlineData("FFFD", "Healthy")]
    [InlineData("FWF", "Degraded")]
    public async Task Mails_that_fail_in_a_row_are_seen_and_one_wrong_address_is_not(string oldestFirst, string status)
    {
        using var scene = await Scene.CreateAsync();
        WorkBench bench = new(scene);
        foreach (var end in oldestFirst)
        {
            scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await bench.AddMailAsync(mail => End(mail, end, scene.Database.Clock.GetUtcNow()));
        }

        await using var app = new TestApp(scene.Database);
        var report = await PartsAsync(app, await scene.Database.AddUserAsync(Role.Administrator));

        Assert.Equal(status, report["mail"].Status);
    }

    [Fact]
    public async Task A_mail_server_that_nobody_answers_at_is_degraded_and_not_asked_again_at_once()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var app = new TestApp(scene.Database, settings: [("Email:Host", "127.0.0.1"), ("Email:Port", $"{port}")]);
        Assert.Equal("Healthy", (await PartsAsync(app, administrator))["mail"].Status);

        listener.Stop();
        Assert.Equal("Healthy", (await PartsAsync(app, administrator))["mail"].Status);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(("Degraded", "mail server not reachable (Email:Host, Email:Port)"), (await PartsAsync(app, administrator))["mail"]);
        using var anonymous = app.ClientOf(null);
        Assert.Equal("Degraded", await anonymous.GetStringAsync("/health"));
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health")).StatusCode);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "switched off here (Jobs:Enabled)")]
    public async Task Workers_run_where_they_should(bool jobs, string detail)
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database, jobs);

        Assert.Equal(("Healthy", detail), (await PartsAsync(app, await scene.Database.AddUserAsync(Role.Administrator)))["jobs"]);
    }

    [Fact]
    public async Task A_database_without_an_instrument_is_not_ready()
    {
        using var scene = await Scene.CreateAsync();
        await using var app = new TestApp(scene.Database);
        using var client = app.ClientOf(null);
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF; DELETE FROM InstrumentVersions");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health")).StatusCode);
    }

    private static void End(MailDelivery mail, char end, DateTimeOffset now)
    {
        mail.Start(now);
        if (end == 'D')
        {
            mail.Sent(now);
        }
        else
        {
            mail.Fail("Server surel tidak dapat dihubungi.", now, permanent: end == 'F');
        }
    }

    private static async Task<Dictionary<string, (string Status, string Detail)>> PartsAsync(TestApp app, Web.Identity.AppUser administrator)
    {
        using var client = app.ClientOf(administrator);
        using var answer = await client.GetAsync("/health/ready");
        var text = await answer.Content.ReadAsStringAsync();
        // Neither a path nor an address nor a person stands in it.
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            part => part.GetProperty("name").GetString()!, part => (part.GetProperty("status").GetString()!, part.GetProperty("detail").GetString()!));
    }
}
