namespace ZonaIntegritas.E2E.Pages;

internal sealed class DeskPage(IPage page) : SheetPage(page, "penilaian")
{
    public ILocator Judged => Page.GetByTestId("counter");

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
