using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.BackgroundWork.Failed;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Mailbox;
using ZonaIntegritas.Web.Hosting;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders;

public sealed class MailPageTests : PageTest
{
    [Fact]
    public async Task An_administrator_sees_how_each_message_stands_and_sends_failed_ones_again()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await AddAsync(scene, MailDelivery.Digest, mail => mail.Fail("Server surel menjawab 550: tidak ada.", scene.Database.Clock.GetUtcNow(), permanent: true));
        await AddAsync(scene, MailDelivery.Returned, mail => mail.WaitUntil(scene.Database.Clock.GetUtcNow().AddMinutes(15)));
        await AddAsync(scene, MailDelivery.Handed, mail => mail.Withdraw("Tidak ada lagi soal yang menunggu penerima pada lembar ini."));
        var page = OpenPage(scene, administrator, "/surat");

        var rows = page.WaitForElements("tbody tr", 3).Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("Menunggu", StringComparison.Ordinal) && row.Contains("sampai 12 Oktober 2026 07.15 WIB.", StringComparison.Ordinal)
            && row.Contains("Soal dikembalikan, ditulis saat dikirim", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Dibatalkan", StringComparison.Ordinal) && row.Contains("Tidak ada lagi soal", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Gagal", StringComparison.Ordinal) && row.Contains("550: tidak ada.", StringComparison.Ordinal));
        Assert.Single(page.FindAll("button[aria-label^='Kirim ulang kepada']"));

        await page.Find(".filters .warn").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("1 dari 1 surat masuk antrean lagi", page.Find(".resent").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("button[aria-label^='Kirim ulang kepada']")));
        await using var db = scene.Database.CreateDbContext();
        Assert.False(await db.MailDeliveries.AnyAsync(mail => mail.State == WorkState.Failed));
    }

    [Fact]
    public async Task The_address_says_what_is_shown()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);
        var administrator = await scene.Database.AddUserAsync(Role.Administrator);
        await AddAsync(scene, MailDelivery.Digest, _ => { });
        await AddAsync(scene, MailDelivery.Security, _ => { });

        var page = OpenPage(scene, administrator, "/surat?jenis=security&keadaan=bukan-keadaan");

        Assert.Contains("Keamanan akun", Assert.Single(page.WaitForElements("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_is_refused()
    {
        using var scene = await Scene.CreateAsync(now: DeliverMailTests.Monday);

        var page = OpenPage(scene, scene.Coordinator, "/surat");

        page.WaitForAssertion(() => Assert.Contains("Tidak dapat dibuka", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<MailPage> OpenPage(Scene scene, AppUser user, string path)
    {
        Services.AddScoped<FailedWork>().AddScoped<MailQueries>().AddScoped<ResendMail>().AddScoped<ResendFailed>().AddScoped<MailboxActions>();
        Services.AddOptions<EmailOptions>();
        Services.AddOptions<WebhookOptions>();
        return Open<MailPage>(scene, user, path);
    }

    private static async Task AddAsync(Scene scene, string kind, Action<MailDelivery> change)
    {
        await using var db = scene.Database.CreateDbContext();
        var now = scene.Database.Clock.GetUtcNow();
        var mail = new MailDelivery(Guid.CreateVersion7(now), scene.Coordinator.Id, kind, new(2026, 10, 12), $"uji:{kind}", now);
        change(mail);
        db.Add(mail);
        await db.SaveChangesAsync();
    }
}
