using System.Globalization;
using System.Text;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>From the LHE to the end: the head proposes, TPN's stages and values are recorded, the predicate is awarded, watched and taken back.</summary>
public sealed class AfterTheLhe(World world) : Journey(world)
{
    private const string Unit = "Bapenda";

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override async ValueTask InitializeAsync() => App = await World.StartOwnAsync();

    [Fact]
    public async Task A_unit_is_proposed_judged_by_TPN_awarded_monitored_and_revoked()
    {
        var sheet = await App.Database.SheetAsync(Unit);
        await ProposeAsync();

        var unit = new JourneyPart(await SignInAsync(Demo.Coordinator("bapenda")));
        await unit.OpenAsync(sheet);
        await Expect(unit.Status).ToHaveTextAsync("Diusulkan ke TPN");
        await Expect(unit.Turn).ToHaveTextAsync("Giliran TPN");
        await Expect(unit.Moves).ToHaveCountAsync(0);

        var page = await SignInAsync(Demo.Administrator);
        var office = new JourneyPart(page);
        await office.OpenAsync(sheet);
        await office.MoveAsync("Catat tahap TPN", ("Tahap", "Survei"), ("Hasil", "lulus"), ("Tanggal pelaksanaan", Today));
        await Expect(office.Status).ToHaveTextAsync("Evaluasi TPN");
        await Expect(office.Gaps).ToHaveTextAsync("Keputusan TPN belum dicatat.");
        // Afresh: a message that is fading away has the contrast of something half gone.
        await office.OpenAsync(sheet);
        Assert.Empty((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)));

        await EnterTpnAsync(page, sheet);

        await office.OpenAsync(sheet);
        await office.MoveAsync("Catat penetapan", ("Tanggal keputusan", Today));
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Isi nomor surat atau keputusannya.");
        await page.Locator("section.move").GetByLabel("Nomor keputusan").FillAsync("Keputusan 12/CONTOH");
        await page.Locator("section.move").GetByRole(AriaRole.Button, new() { Name = "Catat penetapan" }).ClickAsync();
        await Expect(office.Status).ToHaveTextAsync("Ditetapkan");
        await Expect(office.Gaps).ToContainTextAsync("Laporan pemantauan berikutnya paling lambat");

        await office.MoveAsync("Catat laporan pemantauan", ("Nomor laporan", "700/1/CONTOH"), ("Tanggal laporan", Today));
        await Expect(office.Status).ToHaveTextAsync("Dipantau");
        await office.MoveAsync("Catat pencabutan", ("Nomor keputusan", "Keputusan 13/CONTOH"), ("Tanggal keputusan", Today), ("Alasan pencabutan", "Terbukti ada pungutan."));
        await Expect(office.Status).ToHaveTextAsync("Dicabut");
        await Expect(office.Moves).ToHaveCountAsync(0);

        await unit.OpenAsync(sheet);
        await Expect(unit.Turn).ToHaveTextAsync("Tidak ada yang ditunggu");
        await Expect(unit.History).ToContainTextAsync("Terbukti ada pungutan.");
    }

    private async Task ProposeAsync()
    {
        var page = await SignInAsync(Demo.Head);
        await page.GotoAsync("/usulan");
        await page.GetByLabel($"Usulkan {Unit}").CheckAsync();
        await page.GetByLabel("Nomor surat usulan").FillAsync("000.8/1/CONTOH");
        await page.GetByLabel("Tanggal surat").FillAsync(Today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Usulkan 1 unit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Isi nomor SPTJM yang menyertai surat usulan.");
        await page.GetByLabel("Nomor SPTJM").FillAsync("000.8/2/CONTOH");
        await page.GetByRole(AriaRole.Button, new() { Name = "Usulkan 1 unit" }).ClickAsync();
        await Expect(page.GetByTestId("hasil-usulan")).ToContainTextAsync("1 dari 1 unit diusulkan");
        Assert.Empty((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)));
    }

    private async Task EnterTpnAsync(IPage page, Guid sheet)
    {
        await page.GotoAsync($"/tpn/{sheet}");
        await page.GetByText("Impor dari berkas").ClickAsync();
        await Expect(page.Locator("#tpn-berkas[data-ready]")).ToBeAttachedAsync();
        var input = page.GetByLabel("Berkas jawaban TPN");
        await input.SetInputFilesAsync(World.File("salah.json", Encoding.UTF8.GetBytes("""{"answers": {"A.I.1.i.a": "Mungkin", "Z.1": "A"} }""")));
        await Expect(page.GetByTestId("impor-salah")).ToContainTextAsync("2 hal perlu diperbaiki");
        await input.SetInputFilesAsync(World.File("tpn.json", Encoding.UTF8.GetBytes("""{"answers": {"A.I.1.i.a": "Tidak"} }""")));
        await Expect(page.GetByTestId("impor-pratinjau")).ToContainTextAsync("1 soal berubah");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat 1 nilai" }).ClickAsync();
        await Expect(page.GetByTestId("tpn-tercatat")).ToHaveTextAsync("1 / 113");

        await page.GetByRole(AriaRole.Button, new() { Name = "Samakan yang kosong dengan TPI" }).ClickAsync();
        await Expect(page.GetByTestId("tpn-tercatat")).ToHaveTextAsync("113 / 113");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ubah nilai TPN soal A.I.1.i.b", Exact = true }).ClickAsync();
        var editor = page.GetByTestId("tpn-editor");
        await editor.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await editor.GetByLabel("Catatan TPN").FillAsync("Tidak ditunjukkan di lapangan.");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Simpan nilai TPN" }).ClickAsync();
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(page.GetByText("Tidak ditunjukkan di lapangan.")).ToBeVisibleAsync();
        Assert.Empty((await Looks.FaultsAsync(page)).Concat(await Looks.OverflowAsync(page)));
        Assert.Equal("\"C\"", (await App.Database.AnswersAsync(sheet, "Tpn"))["A.I.1.i.b"]);
    }
}
