using Bunit;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Features.Readiness;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

public sealed class ReadinessVisibilityTests
{
    [Theory]
    [InlineData(Role.Administrator, false, true, true)]
    [InlineData(Role.Pimpinan, false, true, true)]
    [InlineData(Role.Pimpinan, true, true, false)]
    [InlineData(Role.Koordinator, true, true, false)]
    [InlineData(Role.Evaluator, true, false, true)]
    [InlineData(Role.Evaluator, false, false, true)]
    public async Task Each_role_sees_its_units_and_no_other(Role role, bool belongsToUnit, bool seesFirst, bool seesSecond)
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        var second = await world.Database.AddUnitAsync("Bapenda");
        var secondSheet = await world.Database.AddSheetAsync(second, world.Period);
        // Assigned to the own unit as well: belonging to it weighs more than being assigned.
        WorkUnit[] assigned = role != Role.Evaluator ? [] : belongsToUnit ? [second, world.Unit] : [second];
        var user = await world.Database.AddUserAsync(role, belongsToUnit ? world.Unit : null, "Sri Wahyuni", assigned);
        var queries = world.QueriesFor(user);

        var list = await queries.ListAsync(new(), default);

        Assert.Equal(
            new[] { (world.Sheet.Id, seesFirst), (secondSheet.Id, seesSecond) }.Where(sheet => sheet.Item2).Select(sheet => sheet.Id).Order(),
            list.Rows.Select(row => row.AssessmentId).Order());
        Assert.Equal(seesFirst, await OpensAsync(queries, world.Sheet));
        Assert.Equal(seesSecond, await OpensAsync(queries, secondSheet));
    }

    [Fact]
    public async Task A_closed_account_sees_nothing()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        await world.Database.CloseAccountAsync(world.Head);

        await Assert.ThrowsAsync<ForbiddenException>(() => world.QueriesFor(world.Head).ListAsync(new(), default));
        Assert.False(await OpensAsync(world.QueriesFor(world.Head), world.Sheet));
    }

    [Fact]
    public async Task A_sheet_that_is_not_there_is_refused_like_one_of_others()
    {
        using var world = await ReadinessWorld.CreateAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => world.QueriesFor(world.Head).LoadAsync(Guid.CreateVersion7(), null, default));
    }

    [Fact]
    public async Task The_page_of_another_unit_says_why_it_stays_closed()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Mixed);
        var stranger = await world.Database.AddUserAsync(Role.Pimpinan, await world.Database.AddUnitAsync("Bapenda"));
        await using var page = new ReadinessPageTest(world, stranger);

        var shown = page.ShowUnit($"/kesiapan/{world.Sheet.Id}");

        Assert.Contains("tidak berwenang", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("[data-testid=verdict]"));
    }

    [Fact]
    public async Task Only_the_units_coordinator_gets_links_to_answer()
    {
        using var world = await ReadinessWorld.CreateAsync(set: AnswerSets.Half);
        var coordinator = await world.Database.AddUserAsync(Role.Koordinator, world.Unit);
        await using var own = new ReadinessPageTest(world, coordinator);
        await using var heads = new ReadinessPageTest(world, world.Head);
        var address = $"/kesiapan/{world.Sheet.Id}";

        Assert.NotEmpty(own.ShowUnit(address).FindAll($"a[href^='/lembar-kerja/{world.Sheet.Id}?soal=']"));
        Assert.Empty(heads.ShowUnit(address).FindAll("a[href^='/lembar-kerja']"));
    }

    private static async Task<bool> OpensAsync(ReadinessQueries queries, Assessment sheet)
    {
        try
        {
            return (await queries.LoadAsync(sheet.Id, null, default)).Report.Head.AssessmentId == sheet.Id;
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }
}
