using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>An administrator brings in a corrected instrument: sees what is wrong with it, what is new in it and what it does, then applies it and takes it back.</summary>
public sealed class InstrumentCare(World world) : Journey(world)
{
    private const string Gone = "A.I.1.i.b";

    // It changes the period that everybody works in.
    public override async ValueTask InitializeAsync() => App = await World.StartOwnAsync();

    [Fact]
    public async Task A_new_version_is_loaded_compared_foreseen_applied_and_taken_back()
    {
        var care = new InstrumentCarePage(await SignInAsync(Demo.Administrator));

        await care.LoadAsync(World.File("rusak.json", Next().SetOf("B.I.a", "statement", "").Minimum("WBK", "total", 200m).Bytes));
        await Expect(care.Faults).ToHaveTextAsync(["Soal B.I.a: statement wajib diisi.", "Predikat WBK, batas total: minimum 200 tidak dapat dicapai."]);
        await LooksWellAsync(care);

        await care.LoadAsync(World.File("lke-2.json", Next().Bytes));
        await Expect(care.Loaded).ToContainTextAsync("versi 2");

        await care.Page.GetByRole(AriaRole.Link, new() { Name = "Bandingkan dengan versi sebelumnya" }).ClickAsync();
        await Expect(care.Area("A.1 Manajemen Perubahan")).ToContainTextAsync(Gone);
        await Expect(care.Area("Predikat").GetByRole(AriaRole.Cell)).ToHaveTextAsync(["75", "76"]);
        await LooksWellAsync(care);

        await care.Page.GetByRole(AriaRole.Link, new() { Name = "Lihat dampaknya pada periode 2026" }).ClickAsync();
        await Expect(care.Totals).ToContainTextAsync("Jawaban berhenti dihitung");
        await Expect(care.Row("Bappeda")).ToContainTextAsync("→");
        var before = await care.Row("Bappeda").Locator("[data-label=Nilai]").InnerTextAsync();
        await care.OpenDetailAsync("Bappeda");
        await Expect(care.SheetDetail).ToContainTextAsync("A.I.1.iii.z");
        await LooksWellAsync(care);
        await care.CloseDetailAsync();

        await care.ApplyAsync("2", "Koreksi peraturan.");
        await Expect(care.Page.Locator("#pi-pakai")).ToContainTextAsync("versi 2");
        var applied = await care.Row("Bappeda").Locator("[data-label=Nilai]").InnerTextAsync();
        Assert.EndsWith(applied.Split(' ', '\n')[^1], before.Split('\n')[0], StringComparison.Ordinal);
        // Afresh: a message that fades away has no contrast to speak of.
        await care.Page.ReloadAsync();
        await Expect(care.Page.Locator("#pi-pakai")).ToContainTextAsync("versi 2");
        await LooksWellAsync(care);

        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), "A.I.1.iii.z");
        await worksheet.Option("Ya").ClickAsync();
        await worksheet.IsSavedNowAsync();

        await care.UndoAsync("Salah berkas.");
        await Expect(care.Page.Locator("#pi-pakai")).ToContainTextAsync("versi 1");
        await care.OpenDetailAsync("Bappeda");
        await Expect(care.SheetDetail).ToContainTextAsync("Tersimpan, tidak dihitung");
        await Expect(care.SheetDetail).ToContainTextAsync("A.I.1.iii.z");
    }

    private static NextVersion Next() => new NextVersion(System.IO.File.ReadAllBytes(Path.Combine(Folders.BuiltWeb, "seed-data", "instruments", "lke-zi-2021.json")))
        .Version("2")
        .Without(Gone)
        .Add("A.I.1.iii", "A.I.1.iii.z", "Rencana dipantau setiap bulan.")
        .Minimum("WBK", "total", 76m);

    private static async Task LooksWellAsync(InstrumentCarePage care)
    {
        var faults = new List<string>();
        foreach (var width in (int[])[390, 1440])
        {
            await care.Page.SetViewportSizeAsync(width, 900);
            faults.AddRange((await Looks.FaultsAsync(care.Page)).Concat(await Looks.OverflowAsync(care.Page)).Select(fault => $"{care.Page.Url} at {width}: {fault}"));
        }

        Assert.Empty(faults);
    }
}
