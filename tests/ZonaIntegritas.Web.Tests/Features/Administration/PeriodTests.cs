using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Administration.Periods;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

public sealed class PeriodTests
{
    private static readonly PeriodSchedule Window = Simple(new(2027, 1, 5), new(2027, 9, 30), new(2027, 11, 30));

    [Fact]
    public async Task A_period_is_opened_with_a_sheet_for_each_chosen_unit()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (first, second) = (await bench.Database.AddUnitAsync("A"), await bench.Database.AddUnitAsync("B"));
        await bench.HoldAsync(second.Id, "WBK");

        Assert.Null((await OpenAsync(bench, 2027, Window, new(first.Id, "WBK"), new(second.Id, "WBBM"))).Problem);

        var row = Assert.Single(await bench.As<PeriodQueries>().ListAsync(default));
        Assert.Equal((2027, Window, 2), (row.Year, row.Schedule, row.Sheets[AssessmentStatus.Draft]));
        Assert.All(await bench.QueryAsync(db => db.StoredScores.ToListAsync()), score => Assert.Equal((0m, 113), (score.Total, score.Questions)));
        Assert.Equal(["WBBM", "WBK"], await bench.QueryAsync(db => db.Assessments.Select(a => a.Target).OrderBy(t => t).ToListAsync()));
    }

    [Fact]
    public async Task A_year_is_opened_once_for_an_instrument()
    {
        using var bench = await AdministrationBench.CreateAsync();
        await bench.Database.AddPeriodAsync(2027);
        Assert.Equal("period.year-taken", (await OpenAsync(bench, 2027, Window)).Problem?.Code);
    }

    [Theory]
    [InlineData("2027-02-01", "2027-01-31", "2027-03-01", "period.filling-order")]
    [InlineData("2027-02-01", "2027-03-01", "2027-02-28", "period.review-order")]
    [InlineData("2027-02-01", "2027-02-01", "2027-02-01", null)]
    public async Task The_three_days_stand_in_order(string from, string until, string review, string? code)
    {
        using var bench = await AdministrationBench.CreateAsync();
        Assert.Equal(code, (await OpenAsync(bench, 2027, Simple(Day(from), Day(until), Day(review)))).Problem?.Code);
    }

    [Fact]
    public async Task WBBM_needs_WBK_and_one_refused_unit_opens_nothing()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (first, second) = (await bench.Database.AddUnitAsync("A"), await bench.Database.AddUnitAsync("B"));

        var result = await OpenAsync(bench, 2027, Window, new(first.Id, "WBK"), new(second.Id, "WBBM"));

        Assert.Equal("sheet.target-not-open", result.Problem?.Code);
        Assert.StartsWith("B belum memegang WBK", result.Problem?.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await bench.QueryAsync(db => db.Periods.CountAsync()), await bench.QueryAsync(db => db.Assessments.CountAsync())));
    }

    [Fact]
    public async Task What_nobody_loaded_cannot_be_opened()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync();

        Assert.Equal(
            "period.unknown-instrument", (await bench.As<OpenPeriod>().ExecuteAsync(new(2027, Guid.CreateVersion7(), Window, []), default)).Problem?.Code);
        Assert.Equal("period.year-range", (await OpenAsync(bench, 1999, Window)).Problem?.Code);
        Assert.Equal("sheet.unknown-target", (await OpenAsync(bench, 2027, Window, new PlannedSheet(unit.Id, "EMAS"))).Problem?.Code);
        Assert.Equal("person.unknown-unit", (await OpenAsync(bench, 2027, Window, new PlannedSheet(Guid.CreateVersion7(), "WBK"))).Problem?.Code);
    }

    [Fact]
    public async Task Units_join_later_and_only_once()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();
        var (first, later) = (await bench.Database.AddUnitAsync("A"), await bench.Database.AddUnitAsync("B"));
        await bench.Database.AddSheetAsync(first, period);
        var candidate = Assert.Single((await bench.As<PeriodQueries>().CandidatesAsync(new(period.Id, null, 1), default)).Rows);

        Assert.Null((await bench.As<AddSheets>().ExecuteAsync(period.Id, [new(candidate.Id, "WBK")], default)).Problem);
        var again = await bench.As<AddSheets>().ExecuteAsync(period.Id, [new(later.Id, "WBK")], default);
        Assert.Equal("sheet.exists", again.Problem?.Code);
        var twice = await bench.As<AddSheets>().ExecuteAsync(period.Id, [], default);
        Assert.Equal("sheet.nothing-chosen", twice.Problem?.Code);
        Assert.Equal(2, await bench.QueryAsync(db => db.Assessments.CountAsync()));
    }

    [Fact]
    public async Task The_suggested_target_is_the_highest_that_is_open_to_the_unit()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var (plain, holder) = (await bench.Database.AddUnitAsync("A"), await bench.Database.AddUnitAsync("B"));
        await bench.HoldAsync(holder.Id, "WBK");
        var predicates = (await bench.As<PeriodQueries>().InstrumentsAsync(default))[0].Predicates;
        ChosenSheets chosen = new();

        foreach (var unit in await bench.As<PeriodQueries>().AllCandidatesAsync(null, default))
        {
            chosen.Add(unit, predicates);
        }

        Assert.Equal(("WBK", "WBBM"), (chosen.TargetOf(plain.Id), chosen.TargetOf(holder.Id)));
    }

    private static PeriodSchedule Simple(DateOnly from, DateOnly until, DateOnly review) => new(PeriodWindows.Simple(from, until, review), InstansiKind.Pemda);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Domain.Common.Result<Guid>> OpenAsync(
        AdministrationBench bench, int year, PeriodSchedule schedule, params PlannedSheet[] sheets)
    {
        var instrument = (await bench.As<PeriodQueries>().InstrumentsAsync(default))[0].Id;
        return await bench.As<OpenPeriod>().ExecuteAsync(new(year, instrument, schedule, sheets), default);
    }
}
