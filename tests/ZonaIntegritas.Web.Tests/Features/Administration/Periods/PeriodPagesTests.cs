using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Administration.Periods;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Periods;

/// <summary>The pages of periods over the real database.</summary>
public sealed class PeriodPagesTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;

    // Passing tests never wait for it; a busy machine may need it.
    static PeriodPagesTests() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_next_period_begins_with_the_schedule_and_the_units_of_the_last()
    {
        await SignInAsync();
        var last = await _database.AddPeriodAsync(2026);
        await _database.AddSheetAsync(await _database.AddUnitAsync("DISDIK"), last);
        await _database.AddUnitAsync("BKD");
        var page = _browser.Render<PeriodsPage>();
        Press(page, "Buka periode");

        Assert.Equal(("2027-01-05", "2027-10-17", "2027-11-30", "2027-11-30", "2028-05-31"), (
            page.WaitForElement("#hari-isi").GetAttribute("value"), Value(page, "#hari-akhir"), Value(page, "#hari-tpi"), Value(page, "#hari-perbaikan"), Value(page, "#hari-usul")));
        Press(page, "Pilih 1 unit periode 2026");
        page.WaitForAssertion(() => Assert.Contains("1 unit dipilih", page.Markup, StringComparison.Ordinal));
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("section.period").Count));
        await using var db = _database.CreateDbContext();
        var opened = await db.Periods.SingleAsync(period => period.Year == 2027);
        Assert.Equal(new(new(2027, 1, 5), new(2027, 10, 17), new(2027, 1, 5), new(2027, 11, 30), new(2027, 11, 30), new(2028, 5, 31)), opened.Windows);
        Assert.Equal(PeriodChangeKind.Opened, (await db.PeriodChanges.SingleAsync()).Kind);
    }

    [Fact]
    public async Task Days_that_go_together_follow_each_other_until_they_are_set_apart()
    {
        await SignInAsync();
        var page = _browser.Render<PeriodsPage>();
        Press(page, "Buka periode");

        page.WaitForElement("#hari-isi").Change("2026-02-01");
        page.Find("#hari-tpi").Change("2026-06-30");
        Assert.Equal(("2026-02-01", "2026-06-30"), (Value(page, "#hari-tpi-mulai"), Value(page, "#hari-perbaikan")));
        page.Find("#hari-tpi-mulai").Change("2026-03-01");
        page.Find("#hari-isi").Change("2026-02-09");
        Assert.Equal("2026-03-01", Value(page, "#hari-tpi-mulai"));
        page.Find("#periode-tahun").Change("2030");
        Assert.Equal("2031-05-31", Value(page, "#hari-usul"));
    }

    [Fact]
    public async Task A_changed_schedule_asks_for_a_reason_and_stands_in_the_history()
    {
        await SignInAsync();
        var period = await _database.AddPeriodAsync();
        var page = Open(period);
        page.WaitForAssertion(() => Assert.Contains("Belum ada perubahan yang tercatat", page.Markup, StringComparison.Ordinal));
        Press(page, "Ubah jadwal");

        page.WaitForElement("#hari-akhir").Change("2026-10-31");
        await page.Find("aside form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Tulis alasan", page.Find("#jadwal-alasan-salah").TextContent, StringComparison.Ordinal));
        Assert.Equal("2026-10-31", Value(page, "#hari-akhir"));
        page.Find("#jadwal-alasan").Change("Banjir.");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Banjir.", page.Find(".history li").TextContent, StringComparison.Ordinal));
        var line = page.Find(".history li").TextContent;
        Assert.Contains("Bagus Prakoso", line, StringComparison.Ordinal);
        Assert.Contains("Pengisian: 5 Januari 2026 – 17 Oktober 2026", line, StringComparison.Ordinal);
        Assert.Contains("Pengisian: 5 Januari 2026 – 31 Oktober 2026", line, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("aside"));
    }

    [Fact]
    public async Task A_refused_order_of_days_stands_beside_its_field()
    {
        await SignInAsync();
        var page = Open(await _database.AddPeriodAsync());
        Press(page, "Ubah jadwal");

        page.WaitForElement("#hari-perbaikan").Change("2026-12-24");
        page.Find("#jadwal-alasan").Change("Salah ketik.");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Perbaikan berakhir di dalam masa evaluasi", page.Find("#hari-perbaikan-salah").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_is_changed_from_the_list()
    {
        await SignInAsync();
        var unit = await _database.AddUnitAsync("DISDIK");
        var period = await _database.AddPeriodAsync();
        await _database.AddSheetAsync(unit, period);
        await using (var db = _database.CreateDbContext())
        {
            (await db.WorkUnits.SingleAsync()).Hold("WBK", 2024);
            await db.SaveChangesAsync();
        }

        var page = Open(period);
        Press(page, "Ubah target");
        page.WaitForElement("#target-baru").Change("WBBM");
        page.Find("#target-alasan").Change("Memegang WBK.");
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("WBBM", page.Find("td[data-label=Target]").TextContent));
        Assert.Contains("DISDIK: WBBM", page.Find(".history li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_names_what_is_unfinished_asks_to_be_sure_and_leaves_nothing_to_change()
    {
        await SignInAsync();
        var period = await _database.AddPeriodAsync();
        await _database.AddSheetAsync(await _database.AddUnitAsync("DISDIK"), period);
        var page = Open(period);
        Press(page, "Tutup periode");

        page.WaitForElement("#tutup-alasan").Change("Putaran selesai.");
        Assert.Contains("1 dari 1 lembar belum selesai", page.Find("aside").TextContent, StringComparison.Ordinal);
        await page.Find("aside form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Centang", page.Find("#tutup-yakin-salah").TextContent, StringComparison.Ordinal));
        page.Find("#tutup-yakin").Change(true);
        await page.Find("aside form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Periode ini ditutup", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button").Select(button => button.TextContent.Trim()).Intersect(["Tutup periode", "Ubah jadwal", "Tambah lembar", "Ubah target"]));
    }

    [Fact]
    public async Task Many_sheets_are_paged_and_searched()
    {
        await SignInAsync();
        var period = await _database.AddPeriodAsync();
        for (var number = 10; number < 40; number++)
        {
            await _database.AddSheetAsync(await _database.AddUnitAsync($"Dinas {number}"), period);
        }

        var page = Open(period);
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("tbody tr").Count));
        Assert.Contains("1–25 dari 30", page.Markup, StringComparison.Ordinal);
        Press(page, "Berikutnya");
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("tbody tr").Count));

        page.Find("input[type=search]").Change("dinas 17");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Find("input[type=search]").Change("zzz");
        page.WaitForAssertion(() => Assert.Contains("Tidak ada unit dengan kata \"zzz\"", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_or_not_yours_is_said()
    {
        await SignInAsync();
        var page = _browser.Render<PeriodPage>(parameters => parameters.Add(p => p.PeriodId, Guid.CreateVersion7()));
        page.WaitForAssertion(() => Assert.Contains("Periode ini tidak ada", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_sees_why_not()
    {
        await SignInAsync(Role.Pimpinan);
        var page = Open(await _database.AddPeriodAsync());
        page.WaitForAssertion(() => Assert.Contains("tidak berwenang", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _database.Dispose();
    }

    private IRenderedComponent<PeriodPage> Open(AssessmentPeriod period)
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo($"/periode/{period.Id}");
        return _browser.Render<PeriodPage>(parameters => parameters.Add(p => p.PeriodId, period.Id));
    }

    private async Task SignInAsync(Role role = Role.Administrator)
    {
        _database = await TestDatabase.CreateAsync();
        var person = await _database.AddUserAsync(role, name: "Bagus Prakoso");
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices();
        AdministrationBench.AddTo(_browser.Services, _database);
        _browser.Services.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(person));
    }

    private static string? Value<T>(IRenderedComponent<T> page, string id)
        where T : IComponent => page.Find(id).GetAttribute("value");

    private static void Press<T>(IRenderedComponent<T> page, string text)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == text));
        page.FindAll("button").Last(button => button.TextContent.Trim() == text).Click();
    }
}
