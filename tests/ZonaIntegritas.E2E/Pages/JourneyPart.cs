namespace ZonaIntegritas.E2E.Pages;

/// <summary>Perjalanan lembar.</summary>
internal sealed class JourneyPart(IPage page)
{
    public ILocator Status => page.GetByTestId("tahap");

    public ILocator Turn => page.GetByTestId("giliran");

    public ILocator Moves => page.GetByTestId("langkah").GetByRole(AriaRole.Button);

    public ILocator History => page.GetByTestId("riwayat");

    public ILocator Gaps => page.GetByTestId("kurang");

    public async Task OpenAsync(Guid sheet)
    {
        await page.GotoAsync($"/perjalanan/{sheet}");
        await Expect(Status).ToBeVisibleAsync();
    }

    /// <summary>Opens a move's form, fills in what is named by its label, and sends it.</summary>
    public async Task MoveAsync(string button, params (string Label, string Value)[] fields)
    {
        await page.GetByTestId("langkah").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var form = page.Locator("section.move");
        foreach (var (label, value) in fields)
        {
            var field = form.GetByLabel(label);
            if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            {
                await field.SelectOptionAsync(new SelectOptionValue { Label = value });
            }
            else
            {
                await field.FillAsync(value);
            }
        }

        await form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
