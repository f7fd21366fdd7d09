namespace ZonaIntegritas.E2E.Pages;

/// <summary>What worksheet and desk share on screen.</summary>
internal abstract class SheetPage(IPage page, string path)
{
    public IPage Page { get; } = page;

    public ILocator Question => Page.Locator("#soal");

    public ILocator Total => Page.GetByTestId("total");

    public ILocator SaveWord => Page.GetByTestId("save-word");

    public ILocator Note => Page.Locator("#catatan");

    public EvidencePart Evidence { get; } = new(page);

    public ILocator Option(string key) => Page.Locator($".editable input[type=radio][value='{key}']");

    public async Task OpenAsync(Guid sheet, string code)
    {
        await Page.GotoAsync($"/{path}/{sheet}?soal={code}");
        await ShowsAsync(code);
    }

    /// <summary>The question is on screen and single keys work.</summary>
    public async Task ShowsAsync(string code)
    {
        await Expect(Question).ToContainTextAsync(code + " ");
        await Expect(Page.Locator("body[data-keys]")).ToBeVisibleAsync();
    }

    /// <summary>Opens a sheet without naming a question, and says which one came up.</summary>
    public async Task<string> FirstQuestionAsync()
    {
        await Expect(Question).ToBeVisibleAsync();
        return (await Question.Locator(".code").InnerTextAsync()).Trim();
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task IsSavedAsync() => Expect(SaveWord).ToContainTextAsync("Tersimpan");

    /// <summary>Saved just now by this person, not merely stored from earlier.</summary>
    public Task IsSavedNowAsync() => Expect(SaveWord).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Tersimpan \d{2}\.\d{2} WI(B|TA|T)$"));
}
