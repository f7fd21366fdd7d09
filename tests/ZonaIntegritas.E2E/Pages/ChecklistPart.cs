namespace ZonaIntegritas.E2E.Pages;

/// <summary>The conditions of one sheet.</summary>
internal sealed class ChecklistPart(IPage page)
{
    public IPage Page => page;

    public ILocator Verdict => page.GetByTestId("verdict");

    public ILocator Form => page.Locator(".condition-form");

    public async Task OpenAsync(Guid sheet)
    {
        await page.GotoAsync($"/syarat/{sheet}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Syarat pengusulan");
    }

    public ILocator Condition(string code) => page.GetByTestId(code);

    public ILocator Confirm(string code) => Condition(code).GetByRole(AriaRole.Button, new() { NameRegex = new("^Konfirmasi") });

    public async Task ChangeAsync(string code, string value)
    {
        await Condition(code).GetByRole(AriaRole.Button, new() { NameRegex = new("^(Ubah|Catat)") }).ClickAsync();
        await Form.GetByLabel("Persentase").FillAsync(value);
    }

    public async Task ChooseDocumentAsync(string words, string title)
    {
        await Form.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Ganti|Pilih dokumen)$") }).ClickAsync();
        await Form.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await Form.GetByRole(AriaRole.Button, new() { Name = $"Pilih {title}" }).ClickAsync();
    }

    public async Task SaveAsync()
    {
        await Form.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(Form).ToHaveCountAsync(0);
    }
}
