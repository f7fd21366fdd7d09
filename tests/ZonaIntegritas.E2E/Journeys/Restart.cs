namespace ZonaIntegritas.E2E.Journeys;

/// <summary>The machine loses power while people work.</summary>
public sealed class Restart(World world) : Journey(world)
{
    private const int UploadBytes = 3_000_000;
    private const int ArrivedBytes = 1_000_000;

    public override async ValueTask InitializeAsync() => App = await World.StartOwnAsync();

    [Fact]
    public async Task An_app_killed_during_an_upload_keeps_what_was_saved_and_goes_on_with_the_upload()
    {
        using var cable = new Cable(App);
        var sheet = await App.Database.SheetAsync("Bappeda");
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda"), address: cable.Address));
        await worksheet.OpenAsync(sheet, "A.I.6.i.b");
        await worksheet.Option("B").ClickAsync();
        await worksheet.IsSavedNowAsync();
        var before = StoredFiles();
        var content = TestFiles.Pdf("", UploadBytes).Buffer;
        var offsets = OffsetsSentBy(worksheet.Page);

        cable.HoldEachAfter(ArrivedBytes);
        await worksheet.Evidence.UploadAsync(World.File("Maklumat.pdf", content));
        await Eventually.TrueAsync(() => HalfFiles().Any(file => file.Length > 0), "half of the file has arrived");
        await App.KillAsync();

        Assert.Equal(before, StoredFiles());
        Assert.Empty((await App.Database.FileHashesAsync()).Except(StoredFiles()));
        var arrived = Assert.Single(HalfFiles()).Length;
        cable.Cut();
        App = await World.StartAsync(new(App.DataFolder, Port: App.Address.Port));
        cable.Plug();
        // The page has lost its circuit, but not its upload.
        await Expect(worksheet.Evidence.Uploads).ToHaveCountAsync(0);
        Assert.Equal(arrived, offsets[^1]);
        await worksheet.Page.ReloadAsync();
        await worksheet.ShowsAsync("A.I.6.i.b");
        await Expect(worksheet.Option("B")).ToBeCheckedAsync();
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Maklumat"]);
        Assert.Equal(content, await worksheet.Evidence.DownloadAsync("Maklumat.pdf"));
        Assert.Empty(HalfFiles());
    }

    private SortedSet<string> StoredFiles() => new(EvidenceFiles().Where(file => file.Directory!.Name != "incoming").Select(file => file.Name));

    private IEnumerable<FileInfo> HalfFiles() => EvidenceFiles().Where(file => file.Directory!.Name == "incoming");

    private IEnumerable<FileInfo> EvidenceFiles() =>
        new DirectoryInfo(Path.Combine(App.DataFolder, "evidence")).EnumerateFiles("*", SearchOption.AllDirectories);
}
