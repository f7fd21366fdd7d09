namespace ZonaIntegritas.E2E.Pages;

/// <summary>The evaluator's list of a whole sheet.</summary>
internal sealed class DeskListPart(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Picked => Page.GetByTestId("picked");

    public ILocator Outcome => Page.GetByTestId("outcome");

    public async Task OpenAsync(Guid sheet)
    {
        await Page.GotoAsync($"/penilaian/{sheet}/daftar");
        await Expect(Page.Locator("body[data-keys]")).ToBeVisibleAsync();
    }

    public Task DoAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
