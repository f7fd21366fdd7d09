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

    [Fact]
    public async Task An_upload_goes_on_by_itself_where_it_stopped_when_the_line_is_back()
    {
        using var cable = new Cable(App);
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("dinsos"), address: cable.Address));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Dinsos"), "A.I.1.i.a");
        var content = TestFiles.Pdf("", 3_000_000).Buffer;
        var offsets = OffsetsSentBy(worksheet.Page);
        cable.HoldEachAfter(1_000_000);

        await worksheet.Evidence.UploadAsync(World.File("Laporan lewat jaringan buruk.pdf", content));
        await Eventually.TrueAsync(() => Half(App) > 0, "half of the file has arrived");
        cable.Cut();
        await Expect(worksheet.Evidence.Uploads).ToContainTextAsync("Yang sudah terkirim aman; unggahan berlanjut sendiri begitu tersambung.");
        cable.Plug();

        // Said by the script, which needs no circuit; the page itself is looked at afresh, whenever its circuit is back.
        await Expect(worksheet.Page.Locator(".upload-said").First).ToContainTextAsync("Laporan lewat jaringan buruk.pdf tersimpan.");
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Evidence.Files.Filter(new() { HasText = "Laporan lewat jaringan buruk" })).ToHaveCountAsync(1);
        Assert.Equal(content, await worksheet.Evidence.DownloadAsync("Laporan lewat jaringan buruk.pdf"));
        Assert.InRange(offsets[^1], 1, 2_000_000);
    }

    [Fact]
    public async Task An_upload_is_offered_again_after_the_browser_was_closed_and_goes_on_with_the_same_file_only()
    {
        using var cable = new Cable(App);
        var sheet = await App.Database.SheetAsync("Dinsos");
        var first = new WorksheetPage(await SignInAsync(Demo.Coordinator("dinsos"), address: cable.Address));
        await first.OpenAsync(sheet, "A.I.1.i.b");
        var content = TestFiles.Pdf("", 3_000_000).Buffer;
        var (path, other) = (World.File("Pindaian.pdf", content), World.File("Lain.pdf", TestFiles.Pdf("", 3_000_000).Buffer));
        cable.HoldEachAfter(1_000_000);
        await first.Evidence.UploadAsync(path);
        await Eventually.TrueAsync(() => Half(App) > 0, "half of the file has arrived");
        var remembered = await first.Page.Context.StorageStateAsync();
        await first.Page.Context.CloseAsync();
        cable.Plug();

        var again = new WorksheetPage(await OpenScreenAsync(new() { StorageState = remembered }, cable.Address));
        var offsets = OffsetsSentBy(again.Page);
        await again.OpenAsync(sheet, "A.I.1.i.b");

        await Expect(again.Evidence.Offers).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Pindaian\.pdf berhenti pada [1-6]\d %\. Pilih lagi berkas yang sama untuk melanjutkan\."));
        await again.Evidence.ChooseAgainAsync(other);
        await Expect(again.Evidence.Offers).ToContainTextAsync("bukan berkas yang sama");
        await again.Evidence.ChooseAgainAsync(path);
        await Expect(again.Evidence.Files.Filter(new() { HasText = "Pindaian" })).ToHaveCountAsync(1);
        Assert.Equal(content, await again.Evidence.DownloadAsync("Pindaian.pdf"));
        Assert.InRange(offsets[0], 1, 2_000_000);
        await Expect(again.Evidence.Offers).ToHaveCountAsync(0);
    }

    private static long Half(AppProcess app) =>
        new DirectoryInfo(Path.Combine(app.DataFolder, "evidence", "incoming")) is { Exists: true } folder ? folder.EnumerateFiles().Sum(file => file.Length) : 0;

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
