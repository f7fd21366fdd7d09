namespace ZonaIntegritas.E2E.Journeys;

/// <summary>What a unit needs to be proposed: recorded with its document, confirmed by another pair of eyes, said in the verdict.</summary>
public sealed class ConditionsChecklist(World world) : Journey(world)
{
    private const string Tlhp = "tlhp";
    private const string Eligible = "Layak diusulkan menuju WBK: seluruh batas nilai dan syarat terpenuhi.";

    [Fact]
    public async Task A_coordinator_records_with_a_document_the_ketua_tim_confirms_and_the_verdict_follows()
    {
        var sheet = await App.Database.SheetAsync("Bapenda");
        var unit = new ChecklistPart(await SignInAsync(Demo.Coordinator("bapenda")));
        await unit.OpenAsync(sheet);
        await Expect(unit.Verdict).ToHaveTextAsync(Eligible);

        await unit.ChangeAsync(Tlhp, "98,5");
        await unit.SaveAsync();
        await Expect(unit.Verdict).ToHaveTextAsync("Belum layak diusulkan menuju WBK: tindak lanjut temuan 98,5 % (minimal 100 %).");

        await unit.ChangeAsync(Tlhp, "100");
        await unit.ChooseDocumentAsync("tindak lanjut", $"Rekap Tindak Lanjut Hasil Pemeriksaan {await LastYearAsync()}");
        await unit.SaveAsync();
        await Expect(unit.Verdict).ToHaveTextAsync("Belum layak diusulkan menuju WBK: tindak lanjut temuan belum dikonfirmasi.");
        await Expect(unit.Confirm(Tlhp)).ToHaveCountAsync(0);

        await ConfirmAsync(sheet);

        await unit.Page.ReloadAsync();
        await Expect(unit.Verdict).ToHaveTextAsync(Eligible);
        await Expect(unit.Condition(Tlhp)).ToContainTextAsync("Dikonfirmasi Hesti Contohningrum");
    }

    [Fact]
    public async Task A_refusal_stands_beside_what_was_typed_and_the_keyboard_is_enough()
    {
        var page = await SignInAsync(Demo.Coordinator("inspektorat"));
        var checklist = new ChecklistPart(page);
        await checklist.OpenAsync(await App.Database.SheetAsync("Inspektorat"));
        await checklist.Condition(Tlhp).GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(checklist.Form.GetByLabel("Persentase")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("seratus");
        await page.Keyboard.PressAsync("Enter");

        await Expect(checklist.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("“seratus” bukan angka");
        await Expect(checklist.Form.GetByLabel("Persentase")).ToHaveValueAsync("seratus");
    }

    [Fact]
    public async Task The_instansis_conditions_open_from_a_sheet_for_the_head_and_for_no_coordinator()
    {
        var head = await SignInAsync(Demo.Head);
        await head.GotoAsync($"/syarat/{await App.Database.SheetAsync("Bapenda")}");
        await head.GetByRole(AriaRole.Link, new() { Name = "Buka syarat instansi" }).ClickAsync();
        await Expect(head.GetByTestId("sum-WBK")).ToHaveTextAsync("WBK: seluruh syarat instansi terpenuhi.");
        Assert.Empty((await Looks.FaultsAsync(head)).Concat(await Looks.OverflowAsync(head)));

        var coordinator = await SignInAsync(Demo.Coordinator("inspektorat"));
        await coordinator.GotoAsync(head.Url);
        await Expect(coordinator.GetByRole(AriaRole.Alert)).ToContainTextAsync("tidak berwenang");
    }

    private async Task ConfirmAsync(Guid sheet)
    {
        var tpi = new ChecklistPart(await SignInAsync(Demo.Lead));
        await tpi.OpenAsync(sheet);
        var document = await tpi.Condition(Tlhp).GetByRole(AriaRole.Link).GetAttributeAsync("href");
        Assert.Equal(200, (await tpi.Page.Context.APIRequest.GetAsync(document!)).Status);

        await tpi.Confirm(Tlhp).ClickAsync();

        await Expect(tpi.Verdict).ToHaveTextAsync(Eligible);
        await Expect(tpi.Confirm(Tlhp)).ToHaveCountAsync(0);
    }

    private async Task<int> LastYearAsync() => await App.Database.NewestYearAsync() - 1;
}
