using System.Security.Cryptography;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Evidence is seen beside its question, at the place that is meant, without another click.</summary>
public sealed class EvidenceIsSeen(World world) : Journey(world)
{
    [Fact]
    public async Task A_letter_opens_at_the_page_that_is_meant_and_keys_turn_its_pages()
    {
        var page = await OpenAsync("A.I.1.i.b");

        await Expect(Viewer(page).Locator(".place")).ToHaveTextAsync("hal. 2, lampiran, susunan tim");
        await Expect(Viewer(page).Locator("[data-part=page]")).ToHaveValueAsync("2");
        await Expect(Viewer(page).Locator(".sheet[data-page='2'] canvas")).ToBeInViewportAsync();
        await Viewer(page).Locator(".stage").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(Viewer(page).Locator("[data-part=page]")).ToHaveValueAsync("1");
        await page.Keyboard.PressAsync("PageDown");
        await Expect(Viewer(page).Locator("[data-part=page]")).ToHaveValueAsync("2");

        // The next file of the question, from wherever the person is.
        await page.Keyboard.PressAsync("]");
        await Expect(Viewer(page).Locator(".file[aria-pressed=true]")).ToContainTextAsync("Notulen Rapat Pemilihan");
        await Expect(Viewer(page).Locator(".sheet[data-page='1'] canvas")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("[");
        await Expect(Viewer(page).Locator("[data-part=page]")).ToHaveValueAsync("2");
    }

    [Fact]
    public async Task A_table_of_text_is_read_as_a_table()
    {
        var page = await OpenAsync("B.I.a");

        await Viewer(page).Locator(".file", new() { HasText = "Rekap Survei" }).ClickAsync();

        await Expect(Viewer(page).Locator("table.writing th").First).ToBeVisibleAsync();
        await Expect(Viewer(page).Locator("table.writing tr")).Not.ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_photo_tells_where_it_was_taken_when_asked()
    {
        var page = await OpenAsync("A.I.6.ii.e");
        await Expect(Viewer(page).Locator("img[alt]").Last).ToBeVisibleAsync();

        await Viewer(page).GetByRole(AriaRole.Button, new() { Name = "Data foto" }).ClickAsync();

        await Expect(Viewer(page).Locator(".photo-data")).ToContainTextAsync("piksel");
    }

    [Fact]
    public async Task An_address_is_a_card_that_says_whether_it_opens()
    {
        var page = await OpenAsync("A.I.6.ii.c");

        await Expect(Viewer(page).Locator("a.address")).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(Viewer(page).Locator(".tag")).ToHaveTextAsync("Terbuka");
        await Expect(Viewer(page).GetByRole(AriaRole.Button, new() { Name = "Periksa lagi" })).ToBeEnabledAsync();
        Assert.Empty(await Looks.FaultsAsync(page));
    }

    [Fact]
    public async Task A_video_plays_beside_its_question()
    {
        var sheet = await App.Database.SheetAsync("Samsat Misalia");
        var video = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "tiny.mp4"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(video));
        Directory.CreateDirectory(Path.Combine(App.DataFolder, "evidence", hash[..2]));
        await File.WriteAllBytesAsync(Path.Combine(App.DataFolder, "evidence", hash[..2], hash), video);
        await App.Database.TurnIntoVideoAsync(sheet, "A.I.3.iii.d", hash, video.Length);
        var page = await SignInAsync(Demo.Coordinator("samsat"));
        await page.GotoAsync($"/lembar-kerja/{sheet}?soal=A.I.3.iii.d");

        await Expect(Viewer(page).Locator("video")).ToBeVisibleAsync();
        await Expect(Viewer(page).Locator(".stage")).ToHaveAttributeAsync("aria-busy", "false");
        Assert.Equal(2, await Viewer(page).Locator("video").EvaluateAsync<double>("video => Math.round(video.duration)"));
    }

    private static ILocator Viewer(IPage page) => page.Locator(".viewer");

    private async Task<IPage> OpenAsync(string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("dpmptsp")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("DPMPTSP"), code);
        return worksheet.Page;
    }
}
