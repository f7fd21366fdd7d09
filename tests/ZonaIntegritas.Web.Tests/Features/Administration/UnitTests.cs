using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

public sealed class UnitTests
{
    [Fact]
    public async Task A_unit_is_added_with_all_that_is_told_about_it()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var details = AdministrationBench.Unit("  DISDIK ", "WBK", 2024);

        var id = (await bench.As<AddUnit>().ExecuteAsync(details, default)).Value;

        var row = Assert.Single((await bench.As<UnitQueries>().PageAsync("disd", 1, default)).Rows);
        Assert.Equal((id, details.Trimmed()), (row.Id, row.Details));
        Assert.Equal("DISDIK", row.Details.ShortName);
    }

    [Fact]
    public async Task A_unit_is_changed()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("BKD");

        Assert.Null((await bench.As<ChangeUnit>().ExecuteAsync(unit.Id, AdministrationBench.Unit("BKPSDM", "WBBM", 2025), default)).Problem);

        var row = Assert.Single((await bench.As<UnitQueries>().PageAsync(null, 1, default)).Rows);
        Assert.Equal(AdministrationBench.Unit("BKPSDM", "WBBM", 2025), row.Details);
    }

    [Theory]
    [InlineData("dpmptsp")]
    [InlineData(" DPMPTSP ")]
    public async Task Two_units_never_share_a_short_name(string again)
    {
        using var bench = await AdministrationBench.CreateAsync();
        await bench.Database.AddUnitAsync("DPMPTSP");
        var other = await bench.Database.AddUnitAsync("BKD");

        Assert.Equal("unit.short-name-taken", (await bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit(again), default)).Problem?.Code);
        Assert.Equal(
            "unit.short-name-taken", (await bench.As<ChangeUnit>().ExecuteAsync(other.Id, AdministrationBench.Unit(again), default)).Problem?.Code);
        Assert.Equal(2, await bench.QueryAsync(db => db.WorkUnits.CountAsync()));
    }

    [Fact]
    public async Task A_unit_keeps_its_own_short_name_and_wildcards_mean_themselves()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("DPMPTSP");

        Assert.Null((await bench.As<ChangeUnit>().ExecuteAsync(unit.Id, AdministrationBench.Unit("dpmptsp"), default)).Problem);
        Assert.Null((await bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit("DP_PTSP"), default)).Problem);
        Assert.Equal(1, (await bench.As<UnitQueries>().PageAsync("P_P", 1, default)).Total);
    }

    [Theory]
    [InlineData("", "BKD", null, null, "admin.name-missing")]
    [InlineData("Badan", " ", null, null, "unit.short-name-missing")]
    [InlineData("Badan", "BKD", "WBK", null, "unit.held-since-missing")]
    [InlineData("Badan", "BKD", "WBK", 1999, "unit.held-since-range")]
    [InlineData("Badan", "BKD", "WBK", 2027, "unit.held-since-range")]
    [InlineData("Badan", "BKD", null, 2024, "unit.held-predicate-missing")]
    [InlineData("Badan", "BKD", "EMAS", 2024, "unit.unknown-predicate")]
    public async Task What_does_not_fit_is_refused_in_words(string name, string shortName, string? held, int? since, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();

        var result = await bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit(shortName, held, since) with { Name = name }, default);

        Assert.Equal(code, result.Problem?.Code);
        Assert.Equal(0, await bench.QueryAsync(db => db.WorkUnits.CountAsync()));
    }

    [Fact]
    public async Task Too_long_a_name_is_refused_before_the_database_does()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var result = await bench.As<AddUnit>().ExecuteAsync(AdministrationBench.Unit(new string('X', 41)), default);
        Assert.Equal("too-long.ShortName", result.Problem?.Code);
    }

    [Fact]
    public async Task The_list_is_paged_by_the_database()
    {
        using var bench = await AdministrationBench.CreateAsync();
        foreach (var number in Enumerable.Range(1, UnitQueries.PageSize + 2))
        {
            await bench.Database.AddUnitAsync($"UNIT{number:00}");
        }

        var second = await bench.As<UnitQueries>().PageAsync(null, 2, default);

        Assert.Equal((2, UnitQueries.PageSize + 2), (second.Rows.Count, second.Total));
        Assert.Equal("UNIT26", second.Rows[0].Details.ShortName);
    }

    [Fact]
    public async Task The_list_is_sorted_as_people_read_it()
    {
        using var bench = await AdministrationBench.CreateAsync();
        foreach (var name in new[] { "DPMPTSP", "Dinkes", "bapenda" })
        {
            await bench.Database.AddUnitAsync(name);
        }

        var page = await bench.As<UnitQueries>().PageAsync(null, 1, default);

        Assert.Equal(["bapenda", "Dinkes", "DPMPTSP"], page.Rows.Select(row => row.Details.ShortName));
    }
}
