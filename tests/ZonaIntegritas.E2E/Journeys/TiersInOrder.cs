using System.Diagnostics;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>
/// One sheet from the anggota to the LHE: anggota at the desk, the unit repairing at the same time, ketua tim and
/// pengendali teknis by the list.
/// </summary>
public sealed class TiersInOrder(World world) : Journey(world)
{
    private const string Unit = "Dinkes";
    private const string Differing = "A.I.1.i.b";
    private const string Returned = "A.I.1.ii.a";
    private const int Timed = 20;

    private Guid _sheet;

    public override async ValueTask InitializeAsync()
    {
        App = await World.StartOwnAsync();
        _sheet = await App.Database.SheetAsync(Unit);
    }

    [Fact]
    public async Task Each_tier_judges_after_the_one_below_and_the_last_issues_the_lhe()
    {
        var desk = new DeskPage(await SignInAsync(Demo.EvaluatorTwo));
        await JudgeFirstAsync(desk);
        await RepairMeanwhileAsync(desk);
        await TimeTheKeyboardAsync(desk);
        await AcceptTheRestAsync(new(desk.Page), 113 - Timed - 3);

        await LeadAsync(new(await SignInAsync(Demo.Lead)));
        await ControlAndIssueAsync(await SignInAsync(Demo.Controller));
        await ReadDifferencesAsync();
    }

    /// <summary>The first accepted, the second judged differently with its reason, the third returned; all by keys.</summary>
    private async Task JudgeFirstAsync(DeskPage desk)
    {
        await desk.OpenAsync(_sheet, "A.I.1.i.a");
        await Expect(desk.Waiting).ToHaveTextAsync("Menunggu Anda 113");
        await desk.PressAsync("Enter");
        await desk.ShowsAsync(Differing);
        await desk.PressAsync("c");
        await Expect(desk.Reasons).ToBeVisibleAsync();
        await desk.PressAsync("1");
        await Expect(desk.Reasons.GetByLabel("Bukti kurang")).ToBeCheckedAsync();
        await desk.IsSavedNowAsync();
        await desk.PressAsync("o");
        await desk.ShowsAsync(Returned);
        await desk.ReturnByKeyAsync("Rencana aksi belum ditandatangani.");
        await Expect(desk.Returns).ToContainTextAsync("Dikembalikan TPI");
    }

    /// <summary>The unit finds only what was returned, answers and sends in one place, while the desk stays open.</summary>
    private async Task RepairMeanwhileAsync(DeskPage desk)
    {
        // Elsewhere on the sheet: what comes in while a question is on the screen counts as seen.
        await desk.OpenAsync(_sheet, "A.I.1.ii.b");
        var unit = await SignInAsync(Demo.Coordinator("dinkes"));
        await unit.GotoAsync($"/selisih/{_sheet}");
        await Expect(unit.GetByText("Selisih dengan penilaian TPI tampil setelah LHE terbit")).ToBeVisibleAsync();
        var worksheet = new WorksheetPage(unit);
        await unit.GotoAsync($"/lembar-kerja/{_sheet}");
        await worksheet.ShowsAsync(Returned);
        await Expect(unit.GetByRole(AriaRole.Button, new() { Name = "Dikembalikan (1)" })).ToHaveAttributeAsync("aria-pressed", "true");
        await worksheet.Option("Tidak").ClickAsync();
        await worksheet.IsSavedNowAsync();
        await worksheet.SendRepairAsync("Sudah diperbaiki.");
        await Expect(unit.Locator(".return")).ToContainTextAsync("Perbaikan dikirim");

        await desk.OpenAsync(_sheet, "A.I.1.ii.b");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Berubah (1)" })).ToBeVisibleAsync();
        await desk.OpenAsync(_sheet, Returned);
        await Expect(desk.Returns).ToContainTextAsync("Sudah diperbaiki.");
        await desk.PressAsync("Enter");
        await desk.ShowsAsync("A.I.1.ii.b");
    }

    private static async Task TimeTheKeyboardAsync(DeskPage desk)
    {
        var times = new List<double>();
        for (var question = 0; question < Timed; question++)
        {
            var code = await desk.FirstQuestionAsync();
            var began = Stopwatch.GetTimestamp();
            await desk.PressAsync("Enter");
            await desk.Page.WaitForFunctionAsync("code => document.querySelector('#soal .code')?.textContent.trim() !== code", code);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.SendDiagnosticMessage($"{Timed} questions accepted by Enter: median {times[Timed / 2]:0} ms, slowest {times[^1]:0} ms each.");
        await Expect(desk.Waiting).ToHaveTextAsync($"Menunggu Anda {113 - Timed - 3}");
    }

    private async Task AcceptTheRestAsync(DeskListPart list, int count)
    {
        await list.OpenAsync(_sheet);
        await list.DoAsync("Pilih semua");
        await Expect(list.Picked).ToHaveTextAsync($"{count} dipilih");
        await list.DoAsync("Terima terpilih");
        await Expect(list.Outcome).ToContainTextAsync($"{count} diterima");
        await Expect(list.Page.GetByText("Tidak ada yang menunggu Anda")).ToBeVisibleAsync();
    }

    /// <summary>What the anggota sees as the unit does is accepted at once, undone, and accepted again; the other one at the desk.</summary>
    private async Task LeadAsync(DeskListPart list)
    {
        await list.OpenAsync(_sheet);
        foreach (var isUndone in (bool[])[true, false])
        {
            await list.DoAsync("Pilih yang anggota sama dengan unit");
            await Expect(list.Picked).ToHaveTextAsync("112 dipilih");
            await list.DoAsync("Terima terpilih");
            await Expect(list.Outcome).ToContainTextAsync("112 diterima");
            if (isUndone)
            {
                await list.DoAsync("Urungkan");
                await Expect(list.Outcome).ToContainTextAsync("112 diurungkan");
            }
        }

        await list.Page.GetByRole(AriaRole.Link, new() { Name = Differing }).ClickAsync();
        var desk = new DeskPage(list.Page);
        await desk.ShowsAsync(Differing);
        await Expect(desk.Page.Locator(".tier")).ToContainTextAsync("bukti kurang");
        await desk.PressAsync("Enter");
        await Expect(desk.Waiting).ToHaveTextAsync("Menunggu Anda 0");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan LHE" })).ToHaveCountAsync(0);
    }

    private async Task ControlAndIssueAsync(IPage page)
    {
        var list = new DeskListPart(page);
        await list.OpenAsync(_sheet);
        await list.DoAsync("Pilih semua");
        await list.DoAsync("Terima terpilih");
        await Expect(list.Outcome).ToContainTextAsync("113 diterima");

        await page.GetByRole(AriaRole.Link, new() { Name = "Meja penilaian" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan LHE" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("diusulkan menuju WBK");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan", Exact = true }).ClickAsync();
        await Expect(page.Locator(".score-head .tag").First).ToHaveTextAsync("LHE terbit");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan LHE" })).ToHaveCountAsync(0);
    }

    private async Task ReadDifferencesAsync()
    {
        var unit = await SignInAsync(Demo.Coordinator("dinkes"));
        await unit.GotoAsync($"/selisih/{_sheet}");
        await Expect(unit.Locator(".differences tbody tr")).ToHaveCountAsync(1);
        await Expect(unit.Locator(".differences tbody tr")).ToContainTextAsync(Differing);
        await Expect(unit.Locator(".differences tbody tr")).ToContainTextAsync("bukti kurang");
    }
}
