namespace ZonaIntegritas.E2E.Pages;

/// <summary>The thread below a question.</summary>
internal sealed class TalkPart(IPage page)
{
    public ILocator Whole => page.Locator("details.talk");

    public ILocator Messages => page.Locator(".talk .message");

    public ILocator Settled => page.Locator(".talk .settled");

    public ILocator Field => page.GetByLabel("Pesan untuk semua");

    public async Task WriteByKeyAsync(string text)
    {
        await page.Keyboard.PressAsync("p");
        await Expect(Field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
    }

    public Task NameAsync(string person) => page.GetByRole(AriaRole.Group, new() { Name = "Orang yang dapat disebut" }).GetByRole(AriaRole.Button).Filter(new() { HasText = person }).ClickAsync();

    public Task SendAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Kirim pesan" }).ClickAsync();
}
