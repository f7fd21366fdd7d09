namespace ZonaIntegritas.E2E.Pages;

/// <summary>The administrator's pages around instrument versions.</summary>
internal sealed class InstrumentCarePage(IPage page)
{
    public IPage Page => page;

    public ILocator Faults => page.Locator(".faults li");

    public ILocator Loaded => page.Locator("#muat-selesai");

    public ILocator History => Panel("Riwayat");

    public ILocator Totals => Panel("Dampak pada semua lembar terbuka");

    public ILocator Blocked => Panel("Terapkan versi").GetByRole(AriaRole.Alert);

    public ILocator SheetDetail => page.GetByRole(AriaRole.Dialog);

    public async Task LoadAsync(string path)
    {
        await page.GotoAsync("/instrumen/muat");
        // The file input works once the circuit is there: the button is enabled by it from the start, so wait for the answer to a click.
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa dan muat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Pilih berkas");
        await page.GetByLabel("Berkas instrumen").SetInputFilesAsync(path);
        await Expect(page.Locator(".file-name")).ToHaveTextAsync(Path.GetFileName(path));
        await Expect(page.GetByText("Mengirim berkas")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa dan muat" }).ClickAsync();
    }

    public ILocator Area(string heading) => page.GetByRole(AriaRole.Region, new() { Name = heading });

    public ILocator Row(string unit) => page.Locator("tbody tr", new() { HasText = unit });

    public async Task OpenDetailAsync(string unit)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = $"Rincian {unit}" }).ClickAsync();
        await Expect(SheetDetail).ToBeVisibleAsync();
    }

    public async Task CloseDetailAsync()
    {
        await SheetDetail.GetByRole(AriaRole.Button, new() { Name = "Tutup" }).ClickAsync();
        await Expect(SheetDetail).ToHaveCountAsync(0);
    }

    public async Task ApplyAsync(string version, string reason)
    {
        await page.Locator("#terap-alasan").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Terapkan versi {version}" }).ClickAsync();
        await Expect(History).ToContainTextAsync(reason);
    }

    public async Task UndoAsync(string reason)
    {
        await page.GetByText("Batalkan penerapan terakhir").ClickAsync();
        await page.Locator("#batal-alasan").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan penerapan" }).ClickAsync();
        await Expect(History).ToContainTextAsync(reason);
    }

    private ILocator Panel(string heading) => page.GetByRole(AriaRole.Region, new() { Name = heading });
}
