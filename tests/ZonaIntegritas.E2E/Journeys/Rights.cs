namespace ZonaIntegritas.E2E.Journeys;

/// <summary>What is not a person's own is refused by its address too, not only missing from the menu.</summary>
public sealed class Rights(World world) : Journey(world)
{
    [Fact]
    public async Task A_coordinator_is_refused_the_sheet_and_the_desk_of_another_unit()
    {
        var sheet = await App.Database.SheetAsync("Disdik");
        var page = await SignInAsync(Demo.Coordinator("dinkes"));

        await page.GotoAsync($"/lembar-kerja/{sheet}");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tidak berwenang");
        await Expect(page.Locator("#soal")).ToHaveCountAsync(0);

        await page.GotoAsync($"/penilaian/{sheet}");
        await Expect(page.Locator("main")).ToContainTextAsync("Lembar ini tidak dapat dibuka");
        await Expect(page.Locator("#soal")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Files_of_another_unit_are_not_there_for_a_coordinator_and_cannot_be_added()
    {
        var sheet = await App.Database.SheetAsync("Disdik");
        var file = await App.Database.FirstFileAsync(sheet);
        var stranger = (await SignInAsync(Demo.Coordinator("dinkes"))).Context.APIRequest;
        var owner = (await SignInAsync(Demo.Coordinator("disdik"))).Context.APIRequest;

        Assert.Equal(200, (await owner.GetAsync($"/berkas/{file}")).Status);
        Assert.Equal(404, (await stranger.GetAsync($"/berkas/{file}")).Status);
        var token = (await (await stranger.GetAsync("/antiforgery")).JsonAsync())!.Value.GetProperty("token").GetString()!;
        var unit = await App.Database.UnitAsync("Disdik");
        var refused = await stranger.PostAsync("/unggah", new() { Headers = Beginning(unit, sheet, token) });
        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task Nobody_uploads_without_the_page_s_own_token()
    {
        var sheet = await App.Database.SheetAsync("Dinkes");
        var owner = (await SignInAsync(Demo.Coordinator("dinkes"))).Context.APIRequest;

        var unit = await App.Database.UnitAsync("Dinkes");
        var refused = await owner.PostAsync("/unggah", new() { Headers = Beginning(unit, sheet, "") });

        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_page_and_back()
    {
        var sheet = await App.Database.SheetAsync("Dinkes");
        var page = await OpenScreenAsync();

        await page.GotoAsync($"/lembar-kerja/{sheet}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Masuk" })).ToBeVisibleAsync();
        Assert.Contains("ReturnUrl=%2Flembar-kerja%2F", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Alamat surel").FillAsync(Demo.Coordinator("dinkes"));
        await page.GetByLabel("Kata sandi").FillAsync(World.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Expect(page.Locator("#soal")).ToBeVisibleAsync();
        Assert.Contains($"/lembar-kerja/{sheet}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_answered_in_words()
    {
        var signIn = new SignInPage(await OpenScreenAsync());

        await signIn.FillAsync(Demo.Coordinator("dinkes"), "bukan-sandinya");

        await Expect(signIn.Refusal).ToContainTextAsync("tidak cocok");
    }

    [Fact]
    public async Task An_account_closed_while_its_page_is_open_saves_no_more_and_keeps_what_was_typed()
    {
        const string email = "koordinator2.dpmptsp@contoh.invalid";
        var worksheet = new WorksheetPage(await SignInAsync(email));
        var sheet = await App.Database.SheetAsync("DPMPTSP");
        await worksheet.OpenAsync(sheet, "A.II.4.iii.a");

        await App.Database.CloseAccountAsync(email);
        await worksheet.Note.ClickAsync();
        await worksheet.Page.Keyboard.TypeAsync("Catatan yang tidak boleh hilang.");

        await Expect(worksheet.SaveWord).ToContainTextAsync("akun ditutup");
        await Expect(worksheet.Note).ToHaveValueAsync("Catatan yang tidak boleh hilang.");
        Assert.DoesNotContain("A.II.4.iii.a", (await App.Database.AnswersAsync(sheet, "Unit")).Keys);
    }

    /// <summary>The first request of an upload, as the page sends it.</summary>
    private static Dictionary<string, string> Beginning(Guid unit, Guid sheet, string token)
    {
        (string Key, string Value)[] purpose = [("filename", "a.pdf"), ("unit", $"{unit}"), ("assessment", $"{sheet}"), ("question", "A.I.1.i.a")];
        return new()
        {
            ["X-CSRF-TOKEN"] = token,
            ["Tus-Resumable"] = "1.0.0",
            ["Upload-Length"] = "1000",
            ["Upload-Metadata"] = string.Join(',', purpose.Select(pair => $"{pair.Key} {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pair.Value))}")),
        };
    }
}
