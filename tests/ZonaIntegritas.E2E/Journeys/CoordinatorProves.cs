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
        await worksheet.Page.RouteAsync("**/berkas", async route =>
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

        await worksheet.Evidence.DetachAsync("Undangan.pdf");

        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Notulen.pdf"]);
        await worksheet.Page.ReloadAsync();
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Notulen.pdf"]);
    }

    [Fact]
    public async Task A_wrong_kind_is_refused_in_words_while_the_good_file_beside_it_is_kept()
    {
        var worksheet = await OpenAsync("A.I.5.ii.a");

        await worksheet.Evidence.UploadAsync(TestFiles.Text("catatan.txt", "bukan bukti"), TestFiles.Pdf("Peta risiko.pdf"));

        await Expect(worksheet.Evidence.Failed).ToContainTextAsync("Jenis berkas \"catatan.txt\" tidak diterima. Unggah PDF");
        await Expect(worksheet.Evidence.Files).ToHaveTextAsync(["Peta risiko.pdf"]);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_by_the_server()
    {
        var worksheet = await OpenAsync("A.I.5.ii.b");

        await worksheet.Evidence.UploadAsync(TestFiles.Text("laporan.pdf", "<script>alert(1)</script>"));

        await Expect(worksheet.Evidence.Failed).ToContainTextAsync("Isi berkas bukan PDF seperti akhiran namanya");
        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(0);
    }

    private async Task<WorksheetPage> OpenAsync(string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), code);
        return worksheet;
    }
}
