namespace ZonaIntegritas.E2E.Journeys;

/// <summary>A coordinator puts files forward for questions of the unit's draft.</summary>
public sealed class CoordinatorProves(World world) : Journey(world)
{
    [Fact]
    public async Task Two_files_go_up_at_once_with_progress_and_come_back_byte_for_byte()
    {
        var worksheet = await OpenAsync("A.I.5.i.a");
        var (decree, photo) = (TestFiles.Pdf("SK Tim (revisi 2).pdf"), TestFiles.Picture("Foto apel.png"));
        var letThrough = new TaskCompletionSource();
        await worksheet.Page.RouteAsync("**/unggah/*", async route =>
        {
            await letThrough.Task;
            await route.ContinueAsync();
        });

        await worksheet.Evidence.UploadAsync(decree, photo);

        await Expect(worksheet.Evidence.Bars).ToHaveCountAsync(2);
        letThrough.SetResult();
        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(2);
        await Expect(worksheet.Evidence.Uploads).ToHaveCountAsync(0);
        Assert.Equal(decree.Buffer, await worksheet.Evidence.DownloadAsync(decree.Name));
        Assert.Equal(photo.Buffer, await worksheet.Evidence.DownloadAsync(photo.Name));
    }

    [Fact]
    public async Task A_file_taken_off_a_question_stays_off()
    {
        var worksheet = await OpenAsync("A.I.5.i.b");
        await worksheet.Evidence.UploadAsync(TestFiles.Pdf("Undangan.pdf"), TestFiles.Pdf("Notulen.pdf"));
        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(2);

        await worksheet.Evidence.DetachAsync("Undangan");

        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Notulen"]);
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Notulen"]);
    }

    [Fact]
    public async Task A_wrong_kind_is_refused_in_words_while_the_good_file_beside_it_is_kept()
    {
        var worksheet = await OpenAsync("A.I.5.ii.a");

        await worksheet.Evidence.UploadAsync(TestFiles.Text("catatan.svg", "<svg/>"), TestFiles.Pdf("Peta risiko.pdf"));

        await Expect(worksheet.Evidence.Failed).ToContainTextAsync("Jenis berkas \"catatan.svg\" tidak diterima. Unggah PDF");
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Peta risiko"]);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_by_the_server()
    {
        var worksheet = await OpenAsync("A.I.5.ii.b");

        await worksheet.Evidence.UploadAsync(TestFiles.Text("laporan.pdf", "<script>alert(1)</script>"));

        await Expect(worksheet.Evidence.Failed).ToContainTextAsync("Isi berkas ini halaman web atau XML, bukan PDF seperti akhiran namanya.");
        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_may_come_is_said_before_anything_is_chosen()
    {
        var worksheet = await OpenAsync("A.I.5.ii.c");

        await Expect(worksheet.Evidence.Hint).ToContainTextAsync("Tarik berkas atau folder ke sini, atau tekan U.");
        await Expect(worksheet.Evidence.Hint).ToContainTextAsync("Paling besar 250 MB per berkas; sisa ruang unit ");
        await Expect(worksheet.Evidence.Hint).ToContainTextAsync(" GB.");
        await Expect(worksheet.Evidence.Hint).ToContainTextAsync("PDF, JPG, PNG, WEBP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, MP4, TXT atau CSV.");
    }

    [Fact]
    public async Task An_upload_waits_when_told_to_goes_on_where_it_stood_and_can_be_ended_for_good()
    {
        var worksheet = await OpenAsync("A.I.5.iv.a");
        var path = World.File("Notulen rapat.pdf", TestFiles.Pdf("", 34_000_000).Buffer);
        var offsets = OffsetsSentBy(worksheet.Page);
        var second = new TaskCompletionSource();
        await worksheet.Page.RouteAsync("**/unggah/*", async route =>
        {
            if (route.Request.Method == "PATCH" && route.Request.Headers["upload-offset"] != "0")
            {
                await second.Task;
            }

            await route.ContinueAsync();
        });

        await worksheet.Evidence.UploadAsync(path);
        await Eventually.TrueAsync(() => offsets.Count == 2, "the first piece has arrived and the second is held");
        await worksheet.Evidence.PressAsync("Jeda", "Notulen rapat.pdf");
        await Expect(worksheet.Evidence.Uploads).ToContainTextAsync("Yang sudah terkirim aman.");
        second.SetResult();
        await worksheet.Evidence.PressAsync("Lanjutkan", "Notulen rapat.pdf");
        await Expect(worksheet.Evidence.Files.Filter(new() { HasText = "Notulen rapat" })).ToHaveCountAsync(1);
        Assert.Equal([0, 33_554_432, 33_554_432], offsets);

        await worksheet.Page.UnrouteAsync("**/unggah/*");
        await worksheet.Page.RouteAsync("**/unggah/*", route => route.Request.Method == "PATCH" ? Task.CompletedTask : route.ContinueAsync());
        await worksheet.Evidence.UploadAsync(TestFiles.Pdf("Salah pilih.pdf"));
        await Expect(worksheet.Evidence.Bars).ToHaveCountAsync(1);
        await Expect(worksheet.Evidence.Uploads).ToContainTextAsync("0 %");
        await worksheet.Page.RunAndWaitForRequestFinishedAsync(
            () => worksheet.Evidence.PressAsync("Batal", "Salah pilih.pdf"), new() { Predicate = request => request.Method == "DELETE" });
        await Expect(worksheet.Evidence.Uploads).ToHaveCountAsync(0);
        Assert.Equal(0, await App.Database.UnfinishedUploadsAsync());
    }

    [Fact]
    public async Task A_folder_goes_up_with_its_subfolders_and_without_what_systems_hide_in_it()
    {
        var worksheet = await OpenAsync("A.I.5.iii.a");
        var folder = World.NewFolder("Bukti SPIP");
        Directory.CreateDirectory(Path.Combine(folder, "Area 5"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "Peta.pdf"), TestFiles.Pdf("").Buffer);
        await File.WriteAllBytesAsync(Path.Combine(folder, "Area 5", "Foto.png"), TestFiles.Picture("").Buffer);
        await File.WriteAllTextAsync(Path.Combine(folder, ".DS_Store"), "x");
        await File.WriteAllTextAsync(Path.Combine(folder, "Area 5", "Thumbs.db"), "x");

        await worksheet.Evidence.UploadFolderAsync(folder);

        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(2);
        await Expect(worksheet.Evidence.Files.Filter(new() { HasText = "Peta" })).ToHaveCountAsync(1);
        await Expect(worksheet.Evidence.Files.Filter(new() { HasText = "Foto" })).ToHaveCountAsync(1);
        await Expect(worksheet.Evidence.Uploads).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_dropped_on_the_panel_arrives_and_the_same_again_is_known()
    {
        var worksheet = await OpenAsync("A.I.5.iii.b");
        const string text = "%PDF-1.4 dijatuhkan di panel\n%%EOF\n";

        await worksheet.Evidence.DropAsync("Dijatuhkan.pdf", text);
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Dijatuhkan"]);
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), "A.I.5.iii.c");
        await worksheet.Evidence.DropAsync("Nama lain.pdf", text);

        await Expect(worksheet.Evidence.Said).ToHaveTextAsync("Nama lain.pdf sudah ada di pustaka unit, jadi dokumen yang ada dipakai.");
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Dijatuhkan"]);
    }

    private async Task<WorksheetPage> OpenAsync(string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), code);
        return worksheet;
    }
}
