namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A coordinator fills in the unit's draft; each test takes questions of its own.</summary>
public sealed class CoordinatorAnswers(World world) : Journey(world)
{
    [Fact]
    public async Task Signing_in_leads_to_the_own_sheets_and_from_there_to_the_first_open_question()
    {
        var page = await SignInAsync(Demo.Coordinator("inspektorat"));

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/lembar-kerja").ToString());
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Draf" }).GetByRole(AriaRole.Link, new() { Name = "Buka" }).ClickAsync();

        var worksheet = new WorksheetPage(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Inspektorat · LKE");
        Assert.StartsWith("A.I.3.", await worksheet.FirstQuestionAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_by_mouse_counts_at_once_and_saves_itself()
    {
        var worksheet = await OpenAsync("A.I.3.vi.a");
        var (total, answered) = (await worksheet.Total.InnerTextAsync(), int.Parse(await worksheet.Completeness.InnerTextAsync(), null));

        await worksheet.Option("A").ClickAsync();

        await Expect(worksheet.Completeness).ToHaveTextAsync($"{answered + 1}");
        await Expect(worksheet.Total).Not.ToHaveTextAsync(total);
        await worksheet.IsSavedNowAsync();
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Option("A")).ToBeCheckedAsync();
        await Expect(worksheet.Completeness).ToHaveTextAsync($"{answered + 1}");
    }

    [Fact]
    public async Task A_choice_by_key_saves_itself_too()
    {
        var worksheet = await OpenAsync("A.I.3.v.a");

        await worksheet.PressAsync("2");

        await Expect(worksheet.Option("B")).ToBeCheckedAsync();
        await worksheet.IsSavedNowAsync();
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Option("B")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_note_saves_itself_and_survives_a_reload()
    {
        var worksheet = await OpenAsync("A.I.3.iv.a");

        await worksheet.PressAsync("n");
        await Expect(worksheet.Note).ToBeFocusedAsync();
        await worksheet.Page.Keyboard.TypeAsync("Indikator individu ada di SKP, lihat hal. 3-7.");

        await worksheet.IsSavedNowAsync();
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Note).ToHaveValueAsync("Indikator individu ada di SKP, lihat hal. 3-7.");
    }

    [Fact]
    public async Task A_counted_question_shows_its_percentage_at_once()
    {
        var worksheet = await OpenAsync("A.II.4.i.a");

        await worksheet.Count("Sasaran kinerja").FillAsync("8");
        await worksheet.Count("Sasaran yang tercapai 100 % atau lebih").FillAsync("5");

        await Expect(worksheet.Percentage).ToContainTextAsync("62,5");
        await worksheet.IsSavedNowAsync();
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Count("Sasaran yang tercapai 100 % atau lebih")).ToHaveValueAsync("5");
        await Expect(worksheet.Percentage).ToContainTextAsync("62,5");
    }

    [Fact]
    public async Task A_part_larger_than_its_whole_is_refused_with_the_reason_and_not_saved()
    {
        var worksheet = await OpenAsync("A.II.5.ii.a");
        var counts = worksheet.Page.Locator(".counts input");
        var labels = await worksheet.Page.Locator(".counts label").AllInnerTextsAsync();
        Assert.True(labels.Count >= 2);

        await counts.Nth(0).FillAsync("4");
        await worksheet.IsSavedNowAsync();
        for (var i = 1; i < labels.Count; i++)
        {
            await counts.Nth(i).FillAsync("9");
        }

        await Expect(worksheet.Fault.First).ToContainTextAsync("tidak boleh");
        await Expect(worksheet.Percentage).ToHaveTextAsync("–");
        await worksheet.Page.ReloadAsync();
        await Expect(counts.Nth(0)).ToHaveValueAsync("4");
        await Expect(counts.Nth(labels.Count - 1)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Keys_move_to_the_next_the_previous_and_the_next_open_question()
    {
        var worksheet = await OpenAsync("A.I.1.i.a");

        await worksheet.PressAsync("j");
        await worksheet.ShowsAsync("A.I.1.i.b");
        await worksheet.PressAsync("k");
        await worksheet.ShowsAsync("A.I.1.i.a");
        await worksheet.PressAsync("o");
        await Expect(worksheet.Question).ToContainTextAsync("A.I.3.");
        Assert.Contains("soal=A.I.3.", worksheet.Page.Url, StringComparison.Ordinal);
    }

    private async Task<WorksheetPage> OpenAsync(string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("inspektorat")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Inspektorat"), code);
        return worksheet;
    }
}
