using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Cockpit;

public sealed class CockpitPageTests
{
    [Fact]
    public async Task The_cockpit_answers_first_and_every_number_leads_on()
    {
        using var world = await CockpitCountTests.FiveUnitsAsync();
        await using var page = new ReadinessPageTest(world, await world.Database.AddUserAsync(Role.Pimpinan));

        var shown = page.ShowList("/kesiapan?urut=-A.5");

        Assert.StartsWith("1 dari 5 unit memenuhi syarat nilai WBK", shown.Find("[data-testid=cockpit]").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", shown.Find("[data-testid=reached-WBK] strong").TextContent);
        Assert.Contains("kurang=WBK%3AB.I.a", shown.Find("[data-testid='batas-B.I.a'] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("giliran=unit", shown.Find("[data-testid=turn-unit] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Ini kunjungan pertama Anda", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("Tidak ada batas yang turun", shown.Markup, StringComparison.Ordinal);
        Assert.All(shown.FindAll("td.area a"), cell => Assert.Contains("/hitungan?lapisan=unit&bagian=A.", cell.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("descending", shown.FindAll("th.area")[4].GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task A_filter_says_what_it_left_out_and_how_to_undo_it()
    {
        using var world = await CockpitCountTests.FiveUnitsAsync();
        await using var page = new ReadinessPageTest(world, await world.Database.AddUserAsync(Role.Administrator));

        var shown = page.ShowList("/kesiapan?kurang=WBK:B.I.a&wilayah=Kota%20Contoh");
        Assert.Contains("2 dari 5 unit belum memenuhi IPAK (WBK)", shown.Find(".narrowed").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, shown.FindAll("tbody td.unit").Count);

        var none = page.ShowList("/kesiapan?kurang=WBK:B.I.a&wilayah=Kota%20Lain");
        Assert.Contains("Tidak ada unit yang cocok", none.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_sheet_the_page_says_what_comes_first()
    {
        using var database = await ReadinessWorld.CreateAsync();
        var evaluator = await database.Database.AddUserAsync(Role.Evaluator, null, "Maya Permisalia");
        await using var page = new ReadinessPageTest(database, evaluator);

        Assert.Contains("Belum ada lembar kerja", page.ShowList("/kesiapan").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_units_page_draws_its_weeks_once_there_are_two()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        await using var page = new ReadinessPageTest(world, world.Head);
        var address = $"/kesiapan/{world.Sheet.Id}";
        Assert.Contains("Grafik muncul setelah ada nilai dari sedikitnya dua pekan", page.ShowUnit(address).Markup, StringComparison.Ordinal);

        world.Database.Clock.Advance(TimeSpan.FromDays(7));
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Best);
        var drawn = page.ShowUnit(address);

        Assert.Equal(2, drawn.Find(".chart polyline").GetAttribute("points")!.Split(' ').Length);
        Assert.Contains("pekan 5 Oktober 2026", drawn.Find(".chart table").TextContent, StringComparison.Ordinal);
        Assert.Contains("98,67", drawn.Find(".chart table").TextContent, StringComparison.Ordinal);
        Assert.Equal("sementara, 113 dari 113 soal", drawn.Find("[data-testid=nilai-unit] .state").TextContent);
    }

    [Fact]
    public async Task TPIs_weeks_are_not_drawn_for_the_unit_before_the_LHE()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync(AnswerSets.Mixed);
        world.Database.Clock.Advance(TimeSpan.FromDays(7));
        await AnswerSets.ReplaceAsync(world.Database, world.Sheet, AnswerSets.Poor, Layer.Tpi);

        var own = await world.QueriesFor(world.Head).LoadAsync(world.Sheet.Id, null, default);
        var heads = await world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan)).LoadAsync(world.Sheet.Id, null, default);

        Assert.Equal(["Penilaian mandiri"], own.Report.Trend.Select(series => series.Label));
        Assert.Equal(["Penilaian mandiri", "TPI"], heads.Report.Trend.Select(series => series.Label));
    }
}
