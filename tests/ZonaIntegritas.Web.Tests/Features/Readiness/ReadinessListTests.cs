using System.Globalization;
using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

public sealed class ReadinessListTests
{
    [Fact]
    public async Task Five_hundred_units_cost_a_handful_of_commands()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await ManyUnits.AddAsync(world, 500);
        using var counted = new CountingFactory(world.Database);
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator), counted);

        var list = await queries.ListAsync(new(Sort: ReadinessSort.Total, Descending: true, Page: 3), default);

        Assert.Equal((501, ReadinessFilter.DefaultSize, 21), (list.Sums.Units, list.Rows.Count, list.Pages));
        Assert.InRange(counted.Commands, 1, 7);
    }

    [Fact]
    public async Task A_units_report_costs_no_more_than_a_dozen_commands()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        using var counted = new CountingFactory(world.Database);

        await world.QueriesFor(world.Head, counted).LoadAsync(world.Sheet.Id, null, default);

        Assert.InRange(counted.Commands, 1, 12);
    }

    [Fact]
    public async Task Totals_sort_as_numbers_under_the_apps_own_culture()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        foreach (var (index, set) in new[] { AnswerSets.Best, AnswerSets.Poor, AnswerSets.Half, AnswerSets.JustBelow }.Index())
        {
            var unit = await world.Database.AddUnitAsync($"Unit {index}");
            await AnswerSets.AnswerAsync(world.Database, await world.Database.AddSheetAsync(unit, world.Period), set);
        }

        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Indonesian.Culture;
            var totals = (await queries.ListAsync(new(Sort: ReadinessSort.Total), default)).Rows.Select(row => row.Score!.Total.Value).ToList();
            Assert.Equal(totals.Order(), totals);
            Assert.Equal(5, totals.Count);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Each_row_says_its_layer_and_TPI_is_shown_once_it_has_judged_all()
    {
        using var world = await ReadinessWorld.CreateAsync();
        var coordinator = await world.Database.AddUserAsync(Role.Koordinator, world.Unit);
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan));
        await world.Database.SubmitAsync(world.Sheet, coordinator);
        await world.Database.ChangeAsync(world.Sheet, open => open.Assessment.BeginReview(Guid.Empty, open.Now));

        await world.Database.AnswerAsync(world.Sheet, Layer.Tpi, questions: 20);
        var halfJudged = Assert.Single((await queries.ListAsync(new(), default)).Rows);
        var asked = Assert.Single((await queries.ListAsync(new(Layer: Layer.Tpi), default)).Rows);

        Assert.Equal(("Penilaian mandiri", 113), (halfJudged.LayerLabel, halfJudged.Score!.Answered));
        Assert.Equal(("TPI", 20), (asked.LayerLabel, asked.Score!.Answered));
    }

    [Fact]
    public async Task The_units_own_people_see_no_figure_of_TPI_before_the_LHE()
    {
        using var world = await ReadinessWorld.CreateAsync();
        var coordinator = await world.Database.AddUserAsync(Role.Koordinator, world.Unit);
        await world.Database.SubmitAsync(world.Sheet, coordinator);
        await world.Database.ChangeAsync(world.Sheet, open => open.Assessment.BeginReview(Guid.Empty, open.Now));
        await AnswerSets.AnswerAsync(world.Database, world.Sheet, AnswerSets.Mixed, Layer.Tpi);

        foreach (var person in (AppUser[])[coordinator, world.Head])
        {
            var queries = world.QueriesFor(person);
            Assert.Equal(Layer.Unit, Assert.Single((await queries.ListAsync(new(), default)).Rows).Layer);
            var report = (await queries.LoadAsync(world.Sheet.Id, null, default)).Report;
            Assert.Equal(Layer.Unit, report.Head.Layer);
            Assert.Null(Assert.Single(report.Years).Tpi);
            await Assert.ThrowsAsync<ForbiddenException>(() => queries.LoadAsync(world.Sheet.Id, Layer.Tpi, default));
        }
    }

    [Fact]
    public async Task A_fully_judged_sheet_shows_TPI_on_the_list_and_on_its_page()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.Database.SubmitAsync(world.Sheet, await world.Database.AddUserAsync(Role.Koordinator, world.Unit));
        await world.Database.ChangeAsync(world.Sheet, open => open.Assessment.BeginReview(Guid.Empty, open.Now));
        await AnswerSets.AnswerAsync(world.Database, world.Sheet, AnswerSets.Mixed, Layer.Tpi);

        var row = Assert.Single((await world.QueriesFor(await world.Database.AddUserAsync(Role.Pimpinan)).ListAsync(new(), default)).Rows);
        var report = await world.ReportAsync(layer: null);

        Assert.Equal(Layer.Tpi, row.Layer);
        Assert.Equal((Layer.Tpi, row.Score!.Total.Text), (report.Head.Layer, report.Total.Points.Text));
        Assert.Equal(
            row.Score.Areas.Select(area => (area.Share.Text, area.Standing)),
            report.Areas.Select(area => (area.Share.Text, area.StandingFor("WBK"))));
    }

    [Theory]
    [InlineData("dpm", 1)]
    [InlineData("DINAS", 2)]
    [InlineData("100%", 0)]
    [InlineData("_", 0)]
    public async Task Searching_minds_neither_case_nor_wildcards(string search, int found)
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await world.Database.AddSheetAsync(await world.Database.AddUnitAsync("Bapenda"), world.Period);
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));

        Assert.Equal(found, (await queries.ListAsync(new(Search: search), default)).Rows.Count);
    }

    [Fact]
    public async Task Someone_of_one_unit_goes_straight_to_its_page()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await using var page = new ReadinessPageTest(world, world.Head);

        page.ShowList("/kesiapan");

        Assert.EndsWith($"/kesiapan/{world.Sheet.Id}", page.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_in_words_what_its_colours_say()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Poor);
        await using var page = new ReadinessPageTest(world, await world.Database.AddUserAsync(Role.Administrator));

        var shown = page.ShowList("/kesiapan");

        Assert.Equal(6, shown.FindAll("td.area").Count);
        Assert.All(shown.FindAll("td.area"), cell => Assert.Matches("Terpenuhi|Mendekati|Di bawah batas|Belum dinilai", cell.TextContent));
        Assert.Contains("Penilaian mandiri", shown.Find("td.total").TextContent, StringComparison.Ordinal);
    }
}
