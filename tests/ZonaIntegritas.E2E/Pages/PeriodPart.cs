namespace ZonaIntegritas.E2E.Pages;

/// <summary>The administrator's page of one period.</summary>
internal sealed class PeriodPart(IPage page)
{
    public ILocator Schedule => page.GetByRole(AriaRole.Region, new() { Name = "Jadwal", Exact = true });

    public ILocator History => page.GetByRole(AriaRole.Region, new() { Name = "Riwayat jadwal" }).Locator("li");

    public ILocator Panel => page.GetByRole(AriaRole.Dialog);

    public async Task OpenAsync(int year)
    {
        await page.GotoAsync("/periode");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Jadwal, lembar dan riwayat periode {year}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Periode {year}");
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task SaveAsync(string button) => Panel.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
