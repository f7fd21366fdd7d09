namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A coordinator looks for what the unit already has, and for what it lacks.</summary>
public sealed class CoordinatorFindsEvidence(World world) : Journey(world)
{
    [Fact]
    public async Task A_search_stays_in_the_address_and_a_described_document_is_found_by_its_new_title()
    {
        var page = await SignInAsync(Demo.Coordinator("bappeda"));
        var library = new LibraryPart(page);
        await library.OpenAsync();
        var old = await library.Documents.First.InnerTextAsync();
        await library.SearchAsync(old);
        await page.ReloadAsync();
        await Expect(library.Documents.First).ToHaveTextAsync(old);

        await library.Documents.First.ClickAsync();
        await library.Title.FillAsync("Dokumen bernama baru");
        await library.Title.BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(library.Saved).ToHaveTextAsync("Tersimpan");

        await library.OpenAsync();
        await library.SearchAsync("bernama baru");
        await Expect(library.Documents).ToHaveTextAsync(["Dokumen bernama baru"]);
    }

    [Fact]
    public async Task What_is_typed_and_not_saved_is_not_left_without_asking()
    {
        var page = await SignInAsync(Demo.Coordinator("bappeda"));
        var library = new LibraryPart(page);
        await library.OpenAsync();
        await library.Documents.Last.ClickAsync();
        await library.Title.FillAsync("Belum selesai");
        await library.Title.BlurAsync();
        await Expect(library.Saved).ToHaveTextAsync("Belum disimpan");

        await page.GetByRole(AriaRole.Link, new() { Name = "Kesiapan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tetap di sini" }).ClickAsync();

        await Expect(library.Title).ToHaveValueAsync("Belum selesai");
    }

    [Fact]
    public async Task What_is_missing_leads_to_its_question()
    {
        var sheet = await App.Database.SheetAsync("Bappeda");
        var page = await SignInAsync(Demo.Coordinator("bappeda"));
        await new LibraryPart(page).OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Yang belum ada" }).ClickAsync();

        await Expect(page.GetByTestId("sum")).ToContainTextAsync("dokumen yang disarankan");
        await page.Locator("summary").First.ClickAsync();
        var link = page.Locator("details[open] .question a").First;
        var code = await link.InnerTextAsync();
        await link.ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/lembar-kerja/{sheet}\\?soal="));
        await Expect(page.Locator("#soal")).ToContainTextAsync(code + " ");
    }
}
