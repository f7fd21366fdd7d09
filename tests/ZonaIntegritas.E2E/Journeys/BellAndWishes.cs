namespace ZonaIntegritas.E2E.Journeys;

/// <summary>What is returned rings at once where the unit works, leads to the exact question and is read everywhere; people choose when and of what.</summary>
public sealed class BellAndWishes(World world) : Journey(world)
{
    private const string Returned = "A.I.1.i.a";
    private const string Text = $"Soal {Returned} dikembalikan TPI: “SK belum ditandatangani.”";

    /// <summary>Its own copy of the demo: how much hangs behind a bell depends on the hour the shared one was started at.</summary>
    public override async ValueTask InitializeAsync() => App = await World.StartOwnAsync();

    [Fact]
    public async Task A_return_rings_without_a_reload_leads_to_its_question_and_is_read_in_every_tab()
    {
        var here = await SignInAsync(Demo.Coordinator("rsud"));
        await here.GotoAsync("/pengingat");
        var there = await here.Context.NewPageAsync();
        await there.GotoAsync("/pustaka");
        await Expect(Bell(here)).ToBeVisibleAsync();
        await Expect(Bell(there)).ToBeVisibleAsync();
        var (before, beforeThere) = (await UnreadAsync(here), await UnreadAsync(there));
        Assert.Equal(before, beforeThere);

        await ReturnAsync();

        await Expect(Bell(here)).ToHaveAccessibleNameAsync(Saying(before + 1));
        await Expect(Bell(there)).ToHaveAccessibleNameAsync(Saying(before + 1));
        await Bell(here).ClickAsync();
        await here.GetByRole(AriaRole.Link).Filter(new() { HasText = Text }).ClickAsync();

        await Expect(here).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/lembar-kerja/[0-9a-f-]+\\?soal={System.Text.RegularExpressions.Regex.Escape(Returned)}$"));
        await Expect(here.Locator(".return").First).ToContainTextAsync("SK belum ditandatangani.");
        await Expect(Bell(there)).ToHaveAccessibleNameAsync(Saying(before));
        await there.GotoAsync("/pemberitahuan");
        await Expect(there.Locator("main")).ToContainTextAsync(Text);
    }

    [Fact]
    public async Task A_person_chooses_rhythm_hour_and_kinds_and_finds_them_again()
    {
        var page = await SignInAsync(Demo.Coordinator("rsud"));
        await page.GotoAsync("/pengingat");
        await page.GetByLabel("Sekali seminggu, pada hari kerja pertama").CheckAsync();
        await page.GetByLabel("Jam").SelectOptionAsync("9");
        await page.GetByLabel("Laporan dan paket").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Pengingat tersimpan.");

        await page.ReloadAsync();

        await Expect(page.GetByLabel("Sekali seminggu, pada hari kerja pertama")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Jam")).ToHaveValueAsync("9");
        await Expect(page.GetByLabel("Laporan dan paket")).Not.ToBeCheckedAsync();
        await Expect(page.GetByLabel("Anda disebut")).ToBeCheckedAsync();
    }

    private static ILocator Bell(IPage page) => page.Locator(".bell-button");

    private static string Saying(int unread) => unread == 0 ? "Pemberitahuan" : $"Pemberitahuan, {unread} belum dibaca";

    private static async Task<int> UnreadAsync(IPage page) =>
        await page.Locator(".bell-count").CountAsync() == 0 ? 0 : int.Parse(await page.Locator(".bell-count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private async Task ReturnAsync()
    {
        var page = await SignInAsync(Demo.EvaluatorOne);
        await page.GotoAsync($"/penilaian/{await App.Database.SheetAsync("RSUD Andai")}?soal={Returned}");
        var desk = new DeskPage(page);
        await desk.ShowsAsync(Returned);
        await desk.ReturnByKeyAsync("SK belum ditandatangani.");
        await Expect(desk.Returns).ToContainTextAsync("Dikembalikan TPI");
    }
}
