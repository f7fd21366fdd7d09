namespace ZonaIntegritas.E2E.Journeys;

/// <summary>TPI judges a submitted sheet; what it returns goes to the unit and comes back.</summary>
public sealed class EvaluatorAndUnit(World world) : Journey(world)
{
    private static readonly string[] Assigned = ["DPMPTSP", "RSUD Andai", "Disdukcapil", "Bapenda", "Dishub"];

    [Fact]
    public async Task The_queue_shows_assigned_units_only_and_what_waits_stands_on_top()
    {
        var page = await SignInAsync(Demo.EvaluatorOne);

        await page.GotoAsync("/penilaian");

        var rows = page.Locator(".grid tbody tr");
        await Expect(rows.First).ToBeVisibleAsync();
        Assert.Empty((await rows.Locator("strong").AllInnerTextsAsync()).Except(Assigned));
        await Expect(rows.First.GetByRole(AriaRole.Link)).ToHaveTextAsync("Nilai");
        await Expect(rows.Last.GetByRole(AriaRole.Link)).ToHaveTextAsync("Lihat");
    }

    [Fact]
    public async Task A_returned_question_goes_to_the_unit_with_its_reason_and_comes_back_repaired()
    {
        const string returned = "A.I.1.ii.a";
        var desk = await OpenDeskAsync();
        await AcceptByKeyAsync(desk, "A.I.1.i.a", next: "A.I.1.i.b");
        await JudgeByKeyAsync(desk);
        await desk.PressAsync("o");
        await desk.ShowsAsync(returned);
        await desk.ReturnByKeyAsync("Rencana aksi belum ditandatangani. Unggah yang sudah sah.");
        await Expect(desk.Returns).ToContainTextAsync("Dikembalikan TPI");

        await RepairAsync(returned);

        await desk.Page.GotoAsync("/penilaian");
        var row = desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "RSUD Andai" }).First;
        await row.GetByRole(AriaRole.Link, new() { Name = "Nilai" }).ClickAsync();
        Assert.Equal(returned, await desk.FirstQuestionAsync());
        await Expect(desk.Returns).ToContainTextAsync("Perbaikan dikirim");
        await Expect(desk.Returns).ToContainTextAsync("Sudah diganti dengan yang sah.");
        await Expect(desk.UnitAnswer).ToContainTextAsync("Tidak");
    }

    private async Task<DeskPage> OpenDeskAsync()
    {
        var page = await SignInAsync(Demo.EvaluatorOne);
        await page.GotoAsync("/penilaian");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "RSUD Andai" }).Filter(new() { HasText = "Diajukan" })
            .GetByRole(AriaRole.Link, new() { Name = "Nilai" }).ClickAsync();
        return new(page);
    }

    private static async Task AcceptByKeyAsync(DeskPage desk, string code, string next)
    {
        await desk.ShowsAsync(code);
        await Expect(desk.Waiting).ToHaveTextAsync("Menunggu Anda 113");
        await Expect(desk.UnitAnswer).ToContainTextAsync("Ya");
        await desk.PressAsync("Enter");
        await desk.ShowsAsync(next);
        await Expect(desk.Waiting).ToHaveTextAsync("Menunggu Anda 112");
    }

    private static async Task JudgeByKeyAsync(DeskPage desk)
    {
        await desk.PressAsync("c");
        await Expect(desk.Option("C")).ToBeCheckedAsync();
        await desk.IsSavedNowAsync();
        await Expect(desk.Waiting).ToHaveTextAsync("Menunggu Anda 111");
    }

    private async Task RepairAsync(string code)
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("rsud")));
        await worksheet.Page.GotoAsync($"/lembar-kerja/{await App.Database.SheetAsync("RSUD Andai")}");
        Assert.Equal(code, await worksheet.FirstQuestionAsync());
        await Expect(worksheet.OpenReturn).ToContainTextAsync("Rencana aksi belum ditandatangani. Unggah yang sudah sah.");
        await worksheet.ShowsAsync(code);
        await worksheet.Option("Tidak").ClickAsync();
        await worksheet.IsSavedNowAsync();
        await worksheet.SendRepairAsync("Sudah diganti dengan yang sah.");
        await Expect(worksheet.Page.Locator(".return")).ToContainTextAsync("Perbaikan dikirim");
        await Expect(worksheet.Option("Ya")).ToBeDisabledAsync();
    }
}
