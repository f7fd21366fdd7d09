using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using ZonaIntegritas.Web.Features.Workbooks.Importing;
using ZonaIntegritas.Web.Tests.Features.Workbooks;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>What leaves the app as a file, and comes back: an official paper, the workbook, the pack of evidence.</summary>
public sealed class PapersAndWorkbook(World world) : Journey(world)
{
    private const string Code = "A.I.1.i.a";

    public override async ValueTask InitializeAsync() => App = await World.StartOwnAsync();

    [Fact]
    public async Task A_head_issues_a_paper_and_a_unit_takes_its_workbook_and_evidence_along()
    {
        await IssueLheAsync();
        var sheet = await App.Database.SheetAsync("DPMPTSP");
        var page = await SignInAsync(Demo.Coordinator("dpmptsp"));
        await ChangeWorkbookAsync(page, sheet);
        await PackAsync(page, sheet);
    }

    private async Task IssueLheAsync()
    {
        var year = (await App.Database.NewestYearAsync()).ToString(CultureInfo.InvariantCulture);
        var page = await SignInAsync(Demo.Head);
        await page.GotoAsync("/naskah?cari=Satpol");
        await page.GetByRole(AriaRole.Link, new() { Name = $"LHE TPI Satpol PP {year}" }).ClickAsync();
        await page.GetByLabel("Nomor LHE").FillAsync("700/9/CONTOH");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan PDF" }).ClickAsync();
        await Expect(page.GetByTestId("terbit")).ToContainTextAsync("Naskah terbit");

        // Whatever stands above them, names share one line.
        var names = page.Locator(".signatures .name");
        Assert.True(await names.CountAsync() > 1);
        Assert.Single((await names.EvaluateAllAsync<double[]>("names => names.map(name => name.getBoundingClientRect().top)")).Distinct());

        var paper = PaperText.Read(await DownloadAsync(page, page.GetByTestId("terbit").GetByRole(AriaRole.Link)));
        Assert.Contains("Satuan Polisi Pamong Praja", paper, StringComparison.Ordinal);
        Assert.Contains("700/9/CONTOH", paper, StringComparison.Ordinal);
        Assert.Contains(await page.GetByTestId("versi").Locator("strong").First.InnerTextAsync(), paper, StringComparison.Ordinal);
    }

    private async Task ChangeWorkbookAsync(IPage page, Guid sheet)
    {
        await page.GotoAsync($"/lembar/{sheet}/impor");
        var book = await DownloadAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Unduh LKE (Excel)" }));
        var answer = BookReader.Read(book).Value.Rows.Single(row => row.Key == Code).Answer;
        var other = answer.Text == "Ya" ? "Tidak" : "Ya";
        await Expect(page.Locator("#impor-pilih[data-ready]")).ToBeAttachedAsync();
        Assert.Empty((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)));

        var field = page.GetByLabel("LKE yang sudah diisi");
        await field.SetInputFilesAsync(World.File("salah.xlsx", "bukan buku kerja"u8.ToArray()));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bukan buku kerja Excel");
        await ChooseByKeyboardAsync(page, World.File("LKE isi.xlsx", Tampering.Set(book, (answer.Place, other))));
        await Expect(page.GetByText("LKE isi.xlsx")).ToBeVisibleAsync();
        var preview = page.GetByTestId("impor-pratinjau");
        await Expect(preview).ToContainTextAsync("1 soal berbeda");
        await Expect(preview.GetByTestId($"{Code}/Answer")).ToContainTextAsync(other);
        Assert.NotEqual($"\"{other}\"", (await App.Database.AnswersAsync(sheet, "Unit")).GetValueOrDefault(Code));
        await preview.GetByRole(AriaRole.Button, new() { Name = "Impor 1 perubahan" }).ClickAsync();
        await Expect(page.GetByTestId("impor-selesai")).ToContainTextAsync("1 soal diperbarui");
        Assert.Equal($"\"{other}\"", (await App.Database.AnswersAsync(sheet, "Unit"))[Code]);
        await LeftNothingAsync(page, sheet);
    }

    /// <summary>The button of the field is reached with Tab and opens with Enter, and it speaks Indonesian.</summary>
    private static async Task ChooseByKeyboardAsync(IPage page, string file)
    {
        await Expect(page.GetByText("Pilih berkas")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Unduh LKE (Excel)" }).FocusAsync();
        var field = page.GetByLabel("LKE yang sudah diisi");
        for (var steps = 0; steps < 4 && !await field.EvaluateAsync<bool>("field => field === document.activeElement"); steps++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(field).ToBeFocusedAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
    }

    /// <summary>The file is gone with the page that showed it.</summary>
    private async Task LeftNothingAsync(IPage page, Guid sheet)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka lembar kerja" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, $"/lembar-kerja/{sheet}").ToString());
        await Eventually.TrueAsync(() => Directory.GetFiles(Path.Combine(App.DataFolder, "handed-in")).Length == 0, "no file waits");
    }

    private async Task PackAsync(IPage page, Guid sheet)
    {
        await page.GotoAsync($"/paket/{sheet}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat paket data dukung" }).ClickAsync();
        await Expect(page.Locator(".packs li")).ToContainTextAsync("Paket 1");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Unduh ZIP" });
        await Expect(link).ToBeVisibleAsync();
        Assert.Empty((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)));

        var folder = World.NewFolder();
        await using (var zip = new ZipArchive(new MemoryStream(await DownloadAsync(page, link))))
        {
            await zip.ExtractToDirectoryAsync(folder);
        }

        Assert.True(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length > 5);
        Assert.Equal(0, await CheckSumsAsync(folder));
        var victim = Directory.GetFiles(folder, "*.xlsx")[0];
        await File.AppendAllTextAsync(victim, "x");
        Assert.Equal(1, await CheckSumsAsync(folder));
    }

    private static async Task<int> CheckSumsAsync(string folder)
    {
        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["-c", "--status", "SHA256SUMS"]) { WorkingDirectory = folder })!;
        await check.WaitForExitAsync();
        return check.ExitCode;
    }

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
