using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Readiness;

namespace ZonaIntegritas.Web.Tests.Features.Readiness.Cockpit;

/// <summary>The map narrowed, sorted and turned page by page.</summary>
public sealed class CockpitListTests
{
    public static TheoryData<string, string> Narrowed { get; } = new()
    {
        { "target", "Dinkes" },
        { "city", "Dinsos Disdik" },
        { "missing", "Bapenda Dinkes Disdik" },
        { "missing predicate", "Bapenda Dinkes Disdik" },
        { "reached", "DPMPTSP" },
        { "search", "Dinsos" },
        { "both", "Bapenda Dinkes" },
        { "nothing like it", "" },
    };

    [Theory, MemberData(nameof(Narrowed))]
    public async Task A_filter_leaves_the_units_it_names(string filter, string units)
    {
        using var world = await CockpitCountTests.FiveUnitsAsync();
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));

        var list = await queries.ListAsync(Of(filter), default);

        Assert.Equal(units.Split(' ', StringSplitOptions.RemoveEmptyEntries), list.Rows.Select(row => row.Unit));
        Assert.Equal(list.Rows.Count, list.Sums.Found);
        // What is said of all units does not change with what the list is narrowed to.
        Assert.Equal((5, 4), (list.Cockpit!.Units, list.Cockpit.Scored));
    }

    [Theory]
    [InlineData("A.5")]
    [InlineData("A.1")]
    public async Task An_areas_column_sorts_by_its_points(string area)
    {
        using var world = await CockpitCountTests.FiveUnitsAsync();
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));

        var down = (await queries.ListAsync(new(Sort: ReadinessSort.Area, Descending: true) { Area = area }, default)).Rows;
        var up = (await queries.ListAsync(new(Sort: ReadinessSort.Area) { Area = area }, default)).Rows;

        var shares = down.Where(row => row.Score is not null).Select(row => row.Score!.Areas.Single(cell => cell.Head.Code == area).Share.Value).ToList();
        Assert.Equal(4, shares.Count);
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.Equal(shares.Order(), up.Where(row => row.Score is not null).Select(row => row.Score!.Areas.Single(cell => cell.Head.Code == area).Share.Value));
    }

    [Fact]
    public async Task Turns_sort_from_the_unit_to_nobody()
    {
        using var world = await ReadinessWorld.CreateAsync();
        await world.ReviewAsync();
        await world.AddUnitAsync("Bapenda");
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));

        Assert.Equal(["Bapenda", "DPMPTSP"], (await queries.ListAsync(new(Sort: ReadinessSort.Turn), default)).Rows.Select(row => row.Unit));
        Assert.Equal(["DPMPTSP", "Bapenda"], (await queries.ListAsync(new(Sort: ReadinessSort.Turn, Descending: true), default)).Rows.Select(row => row.Unit));
    }

    [Fact]
    public async Task Fifty_rows_a_page_when_asked_for()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await ManyUnits.AddAsync(world, 60);
        var queries = world.QueriesFor(await world.Database.AddUserAsync(Role.Administrator));

        var first = await queries.ListAsync(new() { Size = 50 }, default);
        var second = await queries.ListAsync(new(Page: 2) { Size = 50 }, default);

        Assert.Equal((50, 2, 11), (first.Rows.Count, first.Pages, second.Rows.Count));
        Assert.Empty(first.Rows.Select(row => row.AssessmentId).Intersect(second.Rows.Select(row => row.AssessmentId)));
    }

    [Fact]
    public async Task Cockpit_and_visit_together_cost_no_more_than_a_dozen_commands()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await ManyUnits.AddAsync(world, 300);
        using var counted = new CountingFactory(world.Database);
        var reader = await world.Database.AddUserAsync(Role.Pimpinan);
        await world.VisitFor(reader).ExecuteAsync(default);
        world.Database.Clock.Advance(TimeSpan.FromDays(1));

        await world.QueriesFor(reader, counted).ListAsync(Of("both") with { Sort = ReadinessSort.Area, Area = "A.5" }, default);
        await world.VisitFor(reader, counted).ExecuteAsync(default);

        Assert.InRange(counted.Commands, 1, 12);
    }

    private static ReadinessFilter Of(string filter) => filter switch
    {
        "target" => new() { Target = "WBBM" },
        "city" => new() { City = "Kota Teladan" },
        "missing" => new() { Missing = "WBK:B.I.a" },
        "missing predicate" => new() { Missing = "WBK" },
        "reached" => new() { Reached = "WBK" },
        "search" => new(Search: "insos") { Turn = Turn.Unit },
        "both" => new() { City = "Kota Contoh", Missing = "WBK:B.I.a" },
        _ => new() { Missing = "WBK:tidak ada" },
    };
}
