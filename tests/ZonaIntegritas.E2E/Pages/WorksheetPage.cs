namespace ZonaIntegritas.E2E.Pages;

internal sealed class WorksheetPage(IPage page) : SheetPage(page, "lembar-kerja")
{
    public ILocator Completeness => Page.GetByTestId("completeness");

    public ILocator Percentage => Page.GetByTestId("percentage");

    public ILocator Fault => Page.Locator(".fault");

    public ILocator OpenReturn => Page.Locator(".return.open");

    public ILocator Count(string label) => Page.GetByLabel(label, new() { Exact = true });

    public async Task SendRepairAsync(string response)
    {
        await Page.GetByLabel("Tanggapan untuk TPI").FillAsync(response);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kirim perbaikan" }).ClickAsync();
    }
}
