using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Web.Features.Administration.Units;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

public sealed class AffirmUnitTests
{
    [Fact]
    public async Task Afirmasi_is_set_and_ended_each_with_its_basis_and_its_line_in_the_trail()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("PTSP");

        Assert.Null((await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, true, " SK 12/2026 ", null), default)).Problem);
        var set = await bench.As<AffirmationQueries>().LoadAsync(unit.Id, default);
        Assert.Equal(new(true, "SK 12/2026", "Bagus Prakoso", bench.Database.Clock.GetUtcNow()), set);

        bench.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, false, "SK 40/2026", set!.At), default)).Problem);

        Assert.False((await bench.As<AffirmationQueries>().LoadAsync(unit.Id, default))!.IsAffirmed);
        var trail = await bench.QueryAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.At).ToListAsync());
        Assert.Equal(
            [("tanpa afirmasi", "afirmasi: SK 12/2026"), ("afirmasi: SK 12/2026", "tanpa afirmasi: SK 40/2026")],
            trail.Where(entry => entry.Action == AuditAction.UnitAffirmed && entry.UnitId == unit.Id && entry.By == bench.Administrator.Id).Select(entry => (entry.Before, entry.After)));
    }

    [Theory]
    [InlineData(true, " ", "unit.affirmation-basis")]
    [InlineData(false, "", "unit.affirmation-unchanged")]
    [InlineData(true, "panjang", "too-long.Basis")]
    public async Task Without_a_basis_nothing_is_decided(bool affirmed, string basis, string problem)
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("PTSP");

        var result = await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, affirmed, basis == "panjang" ? new string('x', 501) : basis, null), default);

        Assert.Equal(problem, result.Problem?.Code);
        Assert.Equal(0, await bench.QueryAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Ending_it_needs_a_basis_too()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("PTSP");
        await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, true, "SK 12/2026", null), default);

        Assert.Equal(
            "unit.affirmation-basis",
            (await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, false, " ", bench.Database.Clock.GetUtcNow()), default)).Problem?.Code);
    }

    [Fact]
    public async Task Somebody_elses_decision_is_told_and_an_unknown_unit_too()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var unit = await bench.Database.AddUnitAsync("PTSP");
        await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, true, "SK 12/2026", null), default);

        var stale = (await bench.As<AffirmUnit>().ExecuteAsync(new(unit.Id, true, "SK 13/2026", null), default)).Problem;

        Assert.Equal("unit.affirmation-stale", stale?.Code);
        Assert.Contains("afirmasi: SK 12/2026", stale!.Message, StringComparison.Ordinal);
        Assert.Equal("admin.gone", (await bench.As<AffirmUnit>().ExecuteAsync(new(bench.Administrator.Id, true, "SK", null), default)).Problem?.Code);
    }
}
