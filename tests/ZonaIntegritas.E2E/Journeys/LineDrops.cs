namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Offices lose their line; what was typed meanwhile is not lost with it.</summary>
public sealed class LineDrops(World world) : Journey(world)
{
    private const string Typed = "Ditulis saat jaringan kantor padam.";

    [Fact]
    public async Task A_note_typed_while_the_line_is_down_comes_back_after_a_reload_and_is_saved()
    {
        using var cable = new Cable(App);
        var worksheet = await TypeWithoutLineAsync(cable, "A.I.1.i.a");

        cable.Plug();
        await worksheet.Page.ReloadAsync();

        await worksheet.ShowsAsync("A.I.1.i.a");
        await Expect(worksheet.Note).ToHaveValueAsync(Typed);
        await worksheet.IsSavedNowAsync();
        Assert.Equal(Typed, await App.Database.NoteAsync(await App.Database.SheetAsync("Dinsos"), "A.I.1.i.a"));
    }

    [Fact]
    public async Task A_note_typed_while_the_line_is_down_is_saved_when_the_line_is_back_by_itself()
    {
        using var cable = new Cable(App);
        var worksheet = await TypeWithoutLineAsync(cable, "A.I.1.i.b");

        cable.Plug();

        await worksheet.IsSavedNowAsync();
        await Expect(worksheet.Note).ToHaveValueAsync(Typed);
        Assert.Equal(Typed, await App.Database.NoteAsync(await App.Database.SheetAsync("Dinsos"), "A.I.1.i.b"));
    }

    /// <summary>First nothing arrives any more, which nobody notices; then the connection is seen to be gone.</summary>
    private async Task<WorksheetPage> TypeWithoutLineAsync(Cable cable, string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("dinsos"), address: cable.Address));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Dinsos"), code);
        cable.Freeze();
        await worksheet.Note.ClickAsync();
        await worksheet.Page.Keyboard.TypeAsync(Typed);
        cable.Cut();
        await Expect(worksheet.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Expect(worksheet.Page.GetByText("Sambungan terputus. Sedang menyambung kembali")).ToBeVisibleAsync();
        return worksheet;
    }
}
