using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments.Worksheet;
using ZonaIntegritas.Web.Features.Reviews.Desk;
using ZonaIntegritas.Web.Tests.Features.Evidence.Library;

namespace ZonaIntegritas.Web.Tests.Features.Assessments.Windows;

/// <summary>A window that ends while the page is open: the save is refused kindly and nothing typed leaves the screen.</summary>
public sealed class DeadlinePageTests : PageTest
{
    // Half a minute before the end of 17 October there, and half a minute after it.
    [Theory]
    [InlineData(IndonesianZone.WIB, 17)]
    [InlineData(IndonesianZone.WITA, 16)]
    [InlineData(IndonesianZone.WIT, 15)]
    public async Task A_note_typed_over_midnight_is_not_saved_and_stays_on_screen(IndonesianZone zone, int utcHour)
    {
        using var scene = await Scene.CreateAsync(zone, new DateTimeOffset(2026, 10, 17, utcHour, 0, 0, TimeSpan.Zero).AddSeconds(-30));
        var page = OpenSheet(scene);
        Assert.Contains($"pengisian hari ini hari terakhir, sampai pukul 24.00 {zone}", Head(page), StringComparison.Ordinal);
        await page.Find("#catatan").InputAsync("SK 12/2026 halaman 3");

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Contains($"sampai 17 Oktober 2026 pukul 24.00 {zone} dan sudah berakhir", SaveWord(page), StringComparison.Ordinal));
        Assert.Equal("SK 12/2026 halaman 3", page.Find("#catatan").GetAttribute("value"));
        Assert.Contains($"pengisian berakhir 17 Oktober 2026 pukul 24.00 {zone}", Head(page), StringComparison.Ordinal);
        Assert.Null(await scene.AnswerAsync(Scene.YesNo));
    }

    [Fact]
    public async Task A_choice_after_the_last_minute_stays_chosen_and_is_not_saved()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WIT);
        var page = OpenSheet(scene);
        scene.Database.Clock.SetUtcNow(new(2026, 10, 17, 15, 0, 0, TimeSpan.Zero));

        await page.Find("input[value=Ya]").ChangeAsync("Ya");

        Assert.Contains("24.00 WIT", SaveWord(page), StringComparison.Ordinal);
        Assert.True(page.Find("input[value=Ya]").HasAttribute("checked"));
        Assert.Null(await scene.AnswerAsync(Scene.YesNo));
    }

    [Fact]
    public async Task A_longer_window_lets_the_kept_text_be_saved()
    {
        using var scene = await Scene.CreateAsync();
        var page = OpenSheet(scene);
        scene.Database.Clock.SetUtcNow(new(2026, 10, 17, 17, 0, 0, TimeSpan.Zero));
        await page.Find("input[value=Ya]").ChangeAsync("Ya");
        await ExtendAsync(scene, windows => windows with { FillUntil = new(2026, 10, 31) });

        await page.FindAll("button").Single(button => button.TextContent.Trim() == "Simpan lagi").ClickAsync(new());

        Assert.StartsWith("Tersimpan", SaveWord(page), StringComparison.Ordinal);
        Assert.Equal(new ChoiceAnswer("Ya"), (await scene.AnswerAsync(Scene.YesNo))!.Value);
    }

    [Theory]
    [InlineData(IndonesianZone.WIB, 17)]
    [InlineData(IndonesianZone.WITA, 16)]
    [InlineData(IndonesianZone.WIT, 15)]
    public async Task A_repair_over_its_last_midnight_is_refused_and_the_text_stays(IndonesianZone zone, int utcHour)
    {
        using var scene = await Scene.CreateAsync(zone);
        await ExtendAsync(scene, windows => windows with { RepairUntil = new(2026, 11, 20) });
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        scene.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, utcHour, 0, 0, TimeSpan.Zero).AddSeconds(-30));
        var page = OpenSheet(scene);
        Assert.Contains("perbaikan hari ini hari terakhir", Head(page), StringComparison.Ordinal);
        await page.Find("#catatan").InputAsync("Sudah ditandatangani");

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Contains($"Masa perbaikan berlangsung 5 Januari 2026 sampai 20 November 2026 pukul 24.00 {zone}", SaveWord(page), StringComparison.Ordinal));
        Assert.Equal("Sudah ditandatangani", page.Find("#catatan").GetAttribute("value"));
        Assert.Contains($"perbaikan berakhir 20 November 2026 pukul 24.00 {zone}", Head(page), StringComparison.Ordinal);
        Assert.Equal(1, (await scene.AnswerAsync(Scene.YesNo))!.Version);
    }

    [Theory]
    [InlineData(IndonesianZone.WIB, 17)]
    [InlineData(IndonesianZone.WITA, 16)]
    [InlineData(IndonesianZone.WIT, 15)]
    public async Task A_judgement_over_the_last_midnight_of_evaluation_is_refused_and_stays_on_screen(IndonesianZone zone, int utcHour)
    {
        using var scene = await Scene.CreateAsync(zone);
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        scene.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, utcHour, 0, 0, TimeSpan.Zero).AddSeconds(-30));
        var page = Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);
        await page.Find("#catatan").InputAsync("SK tidak terbaca");

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Contains(
            $"Masa evaluasi TPI berlangsung 5 Januari 2026 sampai 30 November 2026 pukul 24.00 {zone}", page.Find("[data-testid=save-word]").TextContent, StringComparison.Ordinal));
        Assert.Equal("SK tidak terbaca", page.Find("#catatan").GetAttribute("value"));
        Assert.Contains($"evaluasi berakhir 30 November 2026 pukul 24.00 {zone}", page.Find(".score-head").TextContent, StringComparison.Ordinal);
        Assert.Null(await scene.AnswerAsync(Scene.YesNo, Layer.Tpi));
    }

    [Fact]
    public async Task A_sheet_opened_after_its_window_says_until_when_it_was_open()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WITA, new(2026, 10, 20, 0, 0, 0, TimeSpan.Zero));

        var page = OpenSheet(scene);

        Assert.Contains("Masa pengisian berlangsung 5 Januari 2026 sampai 17 Oktober 2026 pukul 24.00 WITA", page.Find("p.closed").TextContent, StringComparison.Ordinal);
        Assert.Contains("pengisian berakhir 17 Oktober 2026 pukul 24.00 WITA", Head(page), StringComparison.Ordinal);
        Assert.True(page.Find("#catatan").HasAttribute("readonly"));
    }

    [Fact]
    public async Task A_desk_opened_after_the_window_says_until_when_it_was_open()
    {
        using var scene = await Scene.CreateAsync(IndonesianZone.WIT);
        await scene.MoveToAsync(AssessmentStatus.Submitted);
        scene.Database.Clock.SetUtcNow(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var page = Open<DeskPage>(scene, scene.Evaluator, $"/penilaian/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

        Assert.Contains("sampai 30 November 2026 pukul 24.00 WIT", page.Find("p.closed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_a_closed_period_says_so()
    {
        using var scene = await Scene.CreateAsync();
        await scene.ChangeAsync(async db => (await db.Periods.SingleAsync()).Close(scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()));

        var page = OpenSheet(scene);

        Assert.Contains("Periode 2026 sudah ditutup", page.Find("p.closed").TextContent, StringComparison.Ordinal);
        Assert.Contains("periode ditutup 10 Oktober 2026", Head(page), StringComparison.Ordinal);
    }

    private IRenderedComponent<WorksheetPage> OpenSheet(Scene scene) =>
        Open<WorksheetPage>(scene, scene.Coordinator, $"/lembar-kerja/{scene.Sheet.Id}?soal={Scene.YesNo}", scene.Sheet.Id);

    private static Task ExtendAsync(Scene scene, Func<PeriodWindows, PeriodWindows> change) => scene.ChangeAsync(async db =>
    {
        var period = await db.Periods.SingleAsync();
        Assert.Null(period.MoveWindows(change(period.Windows)).Problem);
    });

    private static string Head(IRenderedComponent<WorksheetPage> page) => page.Find(".score-head").TextContent;

    private static string SaveWord(IRenderedComponent<WorksheetPage> page) => page.Find("[data-testid=save-word]").TextContent;
}
