namespace ZonaIntegritas.E2E.Journeys;

/// <summary>Who judges what is given and handed over on a screen, and everything that was decided can be read and taken along.</summary>
public sealed class TeamsAndTrail(World world) : Journey(world)
{
    [Fact]
    public async Task An_evaluator_joins_a_team_and_leaves_it_and_both_are_remembered()
    {
        App = await World.StartOwnAsync();
        var page = await SignInAsync(Demo.Administrator);
        await page.GotoAsync("/tim?cari=Dinsos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Atur tim Dinsos" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Tambah evaluator" }).ClickAsync();

        await panel.GetByLabel("Evaluator", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = await OptionAsync(panel, "Budi Teladanto") });
        await panel.GetByLabel("Jenjang").SelectOptionAsync("Lead");
        await panel.GetByLabel("Semua area").UncheckAsync();
        await panel.GetByLabel("A.1").CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Tugaskan" }).ClickAsync();

        var shares = panel.GetByRole(AriaRole.List, new() { Name = "Penugasan" });
        await Expect(shares).ToContainTextAsync("Budi Teladanto");
        await Expect(shares).ToContainTextAsync("ketua tim, area A.1");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Akhiri tugas Budi Teladanto" }).ClickAsync();
        await panel.GetByLabel("Alasan").FillAsync("Pindah tugas.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Akhiri penugasan" }).ClickAsync();
        await Expect(shares).Not.ToContainTextAsync("Budi Teladanto");
        await Expect(panel.Locator(".history")).ToContainTextAsync("Pindah tugas.");

        await page.GotoAsync("/riwayat?tindakan=AssignmentEnded");
        var line = page.Locator(".trail li").First;
        await Expect(line).ToContainTextAsync("Penugasan diakhiri");
        await Expect(line).ToContainTextAsync("Budi Teladanto");
        await Expect(line).ToContainTextAsync("ketua tim, area A.1");
    }

    [Fact]
    public async Task All_work_is_handed_over_with_a_result_for_each_unit()
    {
        App = await World.StartOwnAsync();
        var page = await SignInAsync(Demo.Administrator);
        await page.GotoAsync("/tim?bagian=evaluator&cari=Rudi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Atur tugas Rudi Andaiman" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Alihkan semua" }).ClickAsync();

        await panel.GetByLabel("Dialihkan kepada").SelectOptionAsync(new SelectOptionValue { Label = await OptionAsync(panel, "Budi Teladanto") });
        await panel.GetByLabel("Alasan").FillAsync("Cuti besar.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Alihkan", Exact = true }).ClickAsync();

        var results = panel.GetByRole(AriaRole.List, new() { Name = "Hasil per unit" });
        // Both judge DPMPTSP, so that one stays; the others go over.
        await Expect(results.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "DPMPTSP" })).ToContainTextAsync("Tetap");
        await Expect(results.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Dinsos" })).ToContainTextAsync("Dialihkan");
    }

    [Fact]
    public async Task The_queue_says_whose_turn_it_is_and_fits_a_phone()
    {
        var page = await SignInAsync(Demo.EvaluatorOne, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        await page.GotoAsync("/penilaian");

        await Expect(page.Locator(".queue tbody tr").First).ToContainTextAsync("Anggota tim");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(await page.Locator(".table-wrap").EvaluateAsync<bool>("wrap => wrap.scrollWidth <= wrap.clientWidth"));
    }

    [Fact]
    public async Task The_unit_reads_its_sheets_trail_without_TPI_and_the_administrator_takes_all_of_it_along()
    {
        var sheet = await App.Database.SheetAsync("Disdik");
        var coordinator = await SignInAsync(Demo.Coordinator("disdik"));
        await coordinator.GotoAsync($"/riwayat/{sheet}");
        await Expect(coordinator.Locator("h1")).ToContainTextAsync("Disdik");
        await Expect(coordinator.Locator("main")).Not.ToContainTextAsync("(TPI");
        await coordinator.GotoAsync("/riwayat");
        await Expect(coordinator.Locator(".problem-panel")).ToBeVisibleAsync();

        var administrator = await SignInAsync(Demo.Administrator);
        await administrator.GotoAsync("/riwayat");
        var file = await administrator.RunAndWaitForDownloadAsync(() => administrator.GetByRole(AriaRole.Link, new() { Name = "Ekspor CSV" }).ClickAsync());
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        await administrator.ReloadAsync();
        await Expect(administrator.Locator(".trail")).ToContainTextAsync("Riwayat diekspor");
    }

    /// <summary>The whole label of the option that begins with a name.</summary>
    private static async Task<string> OptionAsync(ILocator panel, string name)
    {
        var option = panel.GetByRole(AriaRole.Option).Filter(new() { HasText = name });
        await Expect(option).ToHaveCountAsync(1);
        return (await option.InnerTextAsync()).Trim();
    }
}
