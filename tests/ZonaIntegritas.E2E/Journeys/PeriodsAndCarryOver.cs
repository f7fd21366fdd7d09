using System.Globalization;
using System.Text.RegularExpressions;

namespace ZonaIntegritas.E2E.Journeys;

/// <summary>
/// Schedules change with reasons, a closed period stays as it is, and last year is offered, never taken by itself. A period
/// belongs to everybody: what changes one happens in an app of its own.
/// </summary>
public sealed class PeriodsAndCarryOver(World world) : Journey(world)
{
    private static int Year => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Year;

    [Fact]
    public async Task A_changed_schedule_is_kept_as_history_and_reaches_the_coordinators_sheet()
    {
        App = await World.StartOwnAsync();
        var page = await SignInAsync(Demo.Administrator);
        var period = new PeriodPart(page);
        await period.OpenAsync(Year);
        await period.PressAsync("Ubah jadwal");
        var last = page.GetByLabel("Pengisian berakhir");
        var until = DateOnly.ParseExact(await last.InputValueAsync(), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(2);
        await last.FillAsync(until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        await period.SaveAsync("Simpan jadwal");
        await Expect(period.Panel.Locator("#jadwal-alasan-salah")).ToContainTextAsync("Tulis alasan");
        await period.Panel.GetByLabel("Alasan").FillAsync("Jaringan kantor terputus dua hari.");
        await period.SaveAsync("Simpan jadwal");

        await Expect(period.Panel).ToHaveCountAsync(0);
        await Expect(period.History.First).ToContainTextAsync("Jaringan kantor terputus dua hari.");
        await Expect(period.History.First).ToContainTextAsync("Sebelum");
        var coordinator = await SignInAsync(Demo.Coordinator("dinsos"));
        await coordinator.GotoAsync($"/lembar-kerja/{await App.Database.SheetAsync("Dinsos")}");
        await Expect(coordinator.Locator(".score-head")).ToContainTextAsync(new Regex($"{until.Day} \\w+ {until.Year} pukul 24\\.00 WIB"));
    }

    [Fact]
    public async Task Last_years_period_is_closed_and_shows_how_it_came_about()
    {
        var page = await SignInAsync(Demo.Administrator);
        var period = new PeriodPart(page);

        await period.OpenAsync(Year - 1);

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "tidak berubah lagi" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ubah jadwal" })).ToHaveCountAsync(0);
        await Expect(period.History.First).ToContainTextAsync("Periode ditutup");
        await Expect(period.History.Nth(1)).ToContainTextAsync("Idulfitri");
    }

    [Fact]
    public async Task A_period_closed_under_an_open_sheet_refuses_the_save_and_keeps_the_text()
    {
        App = await World.StartOwnAsync();
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), "A.I.5.i.a");
        var page = await SignInAsync(Demo.Administrator);
        var period = new PeriodPart(page);
        await period.OpenAsync(Year);
        await period.PressAsync("Tutup periode");
        await Expect(period.Panel).ToContainTextAsync("lembar belum selesai");
        await period.Panel.GetByLabel("Alasan atau dasar").FillAsync("Putaran dihentikan.");
        await period.Panel.GetByRole(AriaRole.Checkbox).CheckAsync();
        await period.SaveAsync("Tutup periode");
        await Expect(period.History.First).ToContainTextAsync("Periode ditutup");

        await worksheet.Note.FillAsync("Diketik saat periode ditutup");

        await Expect(worksheet.SaveWord).ToContainTextAsync("sudah ditutup");
        await Expect(worksheet.Note).ToHaveValueAsync("Diketik saat periode ditutup");
    }

    [Fact]
    public async Task Last_years_answer_is_taken_by_one_click_and_many_by_ticks()
    {
        App = await World.StartOwnAsync();
        var sheet = await App.Database.SheetAsync("Bappeda");
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(sheet, "A.I.5.i.a");
        var box = worksheet.Page.GetByRole(AriaRole.Region, new() { Name = "Tahun lalu" });

        await box.GetByRole(AriaRole.Button, new() { Name = "Pakai jawaban tahun lalu" }).ClickAsync();

        await Expect(box).ToContainTextAsync("Jawaban tahun ini sama");
        await Expect(worksheet.Page.Locator(".editable .option.chosen")).ToHaveCountAsync(1);
        await box.GetByRole(AriaRole.Link, new() { Name = "Bandingkan semua soal" }).ClickAsync();
        await worksheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pilih \\d+ yang belum dijawab") }).ClickAsync();
        await worksheet.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai jawaban terpilih" }).ClickAsync();
        await Expect(worksheet.Page.GetByTestId("terpilih")).ToContainTextAsync("jawaban dipakai.");
        Assert.True((await App.Database.AnswersAsync(sheet, "Unit")).Count > 90);
    }

    [Fact]
    public async Task A_document_of_last_year_is_put_forward_only_when_somebody_says_it_is_still_valid()
    {
        var worksheet = new WorksheetPage(await SignInAsync(Demo.Coordinator("bappeda")));
        await worksheet.OpenAsync(await App.Database.SheetAsync("Bappeda"), "A.I.6.i.b");
        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(0);

        await worksheet.Page.GetByRole(AriaRole.Button, new() { Name = "Masih berlaku, pasang" }).ClickAsync();

        await Expect(worksheet.Evidence.Files).ToHaveCountAsync(1);
        await Expect(worksheet.Page.Locator("section.evidence")).ToContainTextAsync($"Dipakai pada LKE {Year - 1}");
        await Expect(worksheet.Page.GetByRole(AriaRole.Region, new() { Name = "Tahun lalu" })).ToContainTextAsync("Terpasang tahun ini");
    }
}
