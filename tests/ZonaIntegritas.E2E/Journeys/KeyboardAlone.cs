namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A question answered by somebody who uses no mouse and none of the single-key shortcuts.</summary>
public sealed class KeyboardAlone(World world) : Journey(world)
{
    private const int MostSteps = 120;

    [Fact]
    public async Task A_question_can_be_answered_noted_and_left_with_tab_arrows_and_enter()
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("dpmptsp")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("DPMPTSP"), "A.I.5.iv.b");

        await TabToAsync(worksheet, worksheet.Option("A"));
        await worksheet.PressAsync("Space");
        await Expect(worksheet.Option("A")).ToBeCheckedAsync();
        await worksheet.IsSavedNowAsync();
        await worksheet.PressAsync("ArrowDown");
        await Expect(worksheet.Option("B")).ToBeCheckedAsync();
        await worksheet.IsSavedNowAsync();
        await TabToAsync(worksheet, worksheet.Note);
        await worksheet.Page.Keyboard.TypeAsync("Tanpa tetikus.");
        await worksheet.IsSavedNowAsync();
        await TabToAsync(worksheet, worksheet.Page.GetByRole(AriaRole.Button, new() { Name = "Berikutnya" }));
        await worksheet.PressAsync("Enter");

        await worksheet.ShowsAsync("A.I.5.iv.c");
        Assert.Equal("Tanpa tetikus.", await App.Database.NoteAsync(await App.Database.SheetAsync("DPMPTSP"), "A.I.5.iv.b"));
    }

    [Fact]
    public async Task The_first_tab_stop_leads_past_the_menu()
    {
        var page = await SignInAsync(Demo.Coordinator("dpmptsp"));
        await page.GotoAsync("/lembar-kerja");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Langsung ke isi" })).ToBeAttachedAsync();
    }

    private static async Task TabToAsync(WorksheetPage worksheet, ILocator target)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await worksheet.PressAsync("Tab");
        }

        Assert.Fail($"{target} was not reached with {MostSteps} steps of the tab key.");
    }
}
