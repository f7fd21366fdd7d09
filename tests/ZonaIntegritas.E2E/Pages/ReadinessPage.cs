namespace ZonaIntegritas.E2E.Pages;

/// <summary>Kesiapan of one unit: the head's page.</summary>
internal sealed class ReadinessPage(IPage page)
{
    public ILocator Verdict => page.GetByTestId("verdict");

    public async Task OpenAsync(Guid sheet, string layer)
    {
        await page.GotoAsync($"/kesiapan/{sheet}?lapisan={layer}");
        await Expect(Verdict).ToBeVisibleAsync();
        // The table behind the bars is folded away; what is not shown has no text to compare.
        await page.GetByText("Bagaimana angka ini dihitung?").First.ClickAsync();
    }

    /// <summary>A key figure or a row of a table, by its code in the instrument.</summary>
    public ILocator Figure(string code) => page.GetByTestId(code);

    public ILocator Gates(string predicate) =>
        page.Locator("section.panel", new() { Has = page.Locator($"h2#syarat-{predicate}") }).Locator(".gate-head .tag");

    public async Task<byte[]> ExportAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Ekspor PDF" }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
