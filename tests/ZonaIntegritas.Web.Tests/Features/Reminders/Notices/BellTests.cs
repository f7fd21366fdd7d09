using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Web.Features.Reminders.Notices;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Reminders.Notices;

public sealed class BellTests : PageTest
{
    [Fact]
    public async Task Counts_what_is_unread_and_hears_of_more_without_a_reload()
    {
        using var scene = await Scene.CreateAsync();
        await RaiseAsync(scene, "12 soal belum dijawab.", "/lembar-kerja/1");
        var bell = OpenBell(scene);
        bell.WaitForAssertion(() => Assert.Equal("Pemberitahuan, 1 belum dibaca", Button(bell)));

        await RaiseAsync(scene, "Soal A dikembalikan.", "/lembar-kerja/1?soal=A");

        bell.WaitForAssertion(() => Assert.Equal("Pemberitahuan, 2 belum dibaca", Button(bell)));
    }

    [Fact]
    public async Task Following_a_line_reads_it_in_every_tab()
    {
        using var scene = await Scene.CreateAsync();
        await RaiseAsync(scene, "12 soal belum dijawab.", "/lembar-kerja/1");
        var (here, there) = (OpenBell(scene), Render<Bell>());
        here.WaitForElement(".bell-button").Click();

        var line = here.WaitForElement(".notices a");
        Assert.Equal("/lembar-kerja/1", line.GetAttribute("href"));
        line.Click();

        here.WaitForAssertion(() => Assert.Equal("Pemberitahuan", Button(here)));
        there.WaitForAssertion(() => Assert.Equal("Pemberitahuan", Button(there)));
        Assert.Empty(here.FindAll(".bell-panel"));
    }

    [Fact]
    public async Task Escape_closes_and_an_empty_bell_says_so()
    {
        using var scene = await Scene.CreateAsync();
        var bell = OpenBell(scene);
        bell.WaitForElement(".bell-button").Click();
        Assert.Contains("Tidak ada yang menunggu Anda.", bell.WaitForElement(".bell-panel").TextContent, StringComparison.Ordinal);

        bell.Find(".bell").KeyDown("Escape");

        Assert.Empty(bell.FindAll(".bell-panel"));
        Assert.Equal("false", bell.Find(".bell-button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Script_in_a_text_stays_text()
    {
        using var scene = await Scene.CreateAsync();
        await RaiseAsync(scene, "<script>alert(1)</script>", "/kesiapan");
        var bell = OpenBell(scene);
        bell.WaitForElement(".bell-button").Click();

        Assert.Equal("<script>alert(1)</script>", bell.WaitForElement(".notices .text").TextContent);
        Assert.Empty(bell.FindAll("script"));
    }

    private static string? Button(IRenderedComponent<Bell> bell) => bell.Find(".bell-button").GetAttribute("aria-label");

    private IRenderedComponent<Bell> OpenBell(Scene scene)
    {
        var current = new CurrentUser();
        current.Set(TestDatabase.PrincipalOf(scene.Coordinator));
        Services.AddScoped<NoticeQueries>().AddScoped<ReadNotices>().AddSingleton(current);
        return Open<Bell>(scene, scene.Coordinator, "/");
    }

    private static async Task RaiseAsync(Scene scene, string text, string link)
    {
        await using var db = scene.Database.CreateDbContext();
        await db.RaiseAsync(scene.Coordinator.Id, [new(ReminderKind.OpenQuestions, text, link)], scene.Database.Clock.GetUtcNow(), default);
        await db.SaveChangesAsync();
    }
}
