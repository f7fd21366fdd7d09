namespace ZonaIntegritas.E2E.Pages;

internal sealed class SignInPage(IPage page)
{
    public ILocator Refusal => page.GetByRole(AriaRole.Alert);

    public async Task FillAsync(string email, string password)
    {
        await page.GotoAsync("/masuk");
        await page.GetByLabel("Alamat surel").FillAsync(email);
        await page.GetByLabel("Kata sandi").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
    }

    public async Task SignInAsync(string email, string password)
    {
        await FillAsync(email, password);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keluar" })).ToBeVisibleAsync();
    }
}
