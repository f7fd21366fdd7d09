namespace ZonaIntegritas.E2E.Pages;

/// <summary>The library of a unit and one document of it.</summary>
internal sealed class LibraryPart(IPage page)
{
    public ILocator Documents => page.Locator(".document a");

    public ILocator Title => page.GetByLabel("Judul", new() { Exact = true });

    public ILocator Saved => page.Locator(".saved");

    public ILocator Uses => page.GetByRole(AriaRole.Region, new() { Name = "Dipakai pada" }).Locator("li");

    public async Task OpenAsync()
    {
        await page.GotoAsync("/pustaka");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Pustaka");
    }

    public async Task SearchAsync(string words)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("cari="));
    }
}
