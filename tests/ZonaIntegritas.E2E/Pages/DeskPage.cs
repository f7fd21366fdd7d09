namespace ZonaIntegritas.E2E.Pages;

internal sealed class DeskPage(IPage page) : SheetPage(page, "penilaian")
{
    /// <summary>How many questions wait for this person.</summary>
    public ILocator Waiting => Page.GetByTestId("counter").Locator("strong");

    public ILocator Reasons => Page.GetByTestId("reasons");

    public ILocator UnitAnswer => Page.GetByRole(AriaRole.Region, new() { Name = "Jawaban unit" });

    public ILocator Returns => Page.Locator(".return");

    public async Task ReturnByKeyAsync(string reason)
    {
        await PressAsync("r");
        var field = Page.GetByLabel("Alasan pengembalian");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync(reason);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kembalikan ke unit" }).ClickAsync();
    }
}
