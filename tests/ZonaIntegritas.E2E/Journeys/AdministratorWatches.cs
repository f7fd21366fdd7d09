namespace ZonaIntegritas.E2E.Journeys;

/// <summary>What runs without anybody watching is shown to the administrator, and to nobody else.</summary>
public sealed class AdministratorWatches(World world) : Journey(world)
{
    [Fact]
    public async Task Mails_of_today_are_listed_and_each_can_be_read()
    {
        var page = await SignInAsync(Demo.Administrator);

        await page.GotoAsync("/surat");
        // Others may be put into words only when they are sent, and at night they wait for the morning.
        await page.GetByLabel("Jenis").SelectOptionAsync("reports");
        await Expect(page.Locator(".grid tbody tr").First).ToContainTextAsync("Laporan tersedia");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat" }).First.ClickAsync();

        var preview = page.GetByRole(AriaRole.Region, new() { Name = "Pratinjau surat" });
        await Expect(preview).ToContainTextAsync("contoh.invalid");
        await Expect(preview.FrameLocator("iframe").Locator("body")).ToContainTextAsync("Zona Integritas");
    }

    [Theory]
    [InlineData("/surat")]
    [InlineData("/pekerjaan")]
    [InlineData("/pengguna")]
    [InlineData("/periode")]
    [InlineData("/tim")]
    [InlineData("/instrumen")]
    public async Task An_administrators_page_opens_for_the_administrator_and_for_no_coordinator(string path)
    {
        var administrator = await SignInAsync(Demo.Administrator);
        var coordinator = await SignInAsync(Demo.Coordinator("dinkes"));

        await administrator.GotoAsync(path);
        await coordinator.GotoAsync(path);

        await Expect(administrator.Locator("h1")).ToBeVisibleAsync();
        await Expect(administrator.Locator(".problem-panel")).ToHaveCountAsync(0);
        await Expect(coordinator.Locator("main")).ToContainTextAsync("bukan untuk peran Anda");
    }

    [Fact]
    public async Task Background_work_is_shown_to_the_administrator_alone()
    {
        var administrator = (await SignInAsync(Demo.Administrator)).Context.APIRequest;
        var coordinator = (await SignInAsync(Demo.Coordinator("dinkes"))).Context.APIRequest;

        var shown = await administrator.GetAsync("/hangfire");
        Assert.Equal(200, shown.Status);
        Assert.Contains("Pekerjaan latar", await shown.TextAsync(), StringComparison.Ordinal);
        Assert.InRange((await coordinator.GetAsync("/hangfire")).Status, 401, 403);
    }
}
