using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

public sealed class ProposeUnitsTests
{
    [Fact]
    public async Task One_letter_proposes_many_and_each_unit_has_its_own_result()
    {
        using var scene = await AfterLheScene.CreateAsync();
        var second = await OtherAsync(scene, "Bapenda", LheOutcome.Eligible);
        var third = await OtherAsync(scene, "Satpol PP", LheOutcome.NotEligible);

        var sent = (await scene.Propose().ExecuteAsync(new([third.Id, scene.Scene.Sheet.Id, second.Id], AfterLheScene.Paper, " 000.8/2/2026 "), default)).Value;

        Assert.Equal(
            [("Bapenda", null), ("DPMPTSP", null), ("Satpol PP", "assessment.not-eligible")],
            sent.Select(unit => (unit.UnitShortName, unit.Problem?.Code)));
        await using var db = scene.Database.CreateDbContext();
        Assert.All(
            db.SheetTransitions.Where(step => step.Move == SheetMove.Propose).ToList(),
            step => Assert.Equal(("000.8/1/2026", "SPTJM 000.8/2/2026. Catatan.", scene.Head.Id), (step.Reference, step.Note, step.By)));
        Assert.Equal(2, db.Assessments.Count(sheet => sheet.Status == AssessmentStatus.Proposed));
    }

    [Theory]
    [InlineData("", "2026-10-09", "1", "assessment.reference-missing")]
    [InlineData("1", null, "1", "assessment.date-missing")]
    [InlineData("1", "2026-10-09", " ", "journey.sptjm-missing")]
    public async Task A_letter_that_lacks_something_proposes_nobody(string reference, string? on, string sptjm, string code)
    {
        using var scene = await AfterLheScene.CreateAsync();
        var before = await scene.Scene.PrintAsync();
        DateOnly? date = on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);

        var sent = await scene.Propose().ExecuteAsync(new([scene.Scene.Sheet.Id], new(date, reference), sptjm), default);

        Assert.Equal(code, sent.Problem?.Code);
        Assert.Equal("journey.nothing-chosen", (await scene.Propose().ExecuteAsync(new([], AfterLheScene.Paper, "1"), default)).Problem?.Code);
        Assert.Equal(before, await scene.Scene.PrintAsync());
    }

    [Fact]
    public async Task Whoever_may_not_propose_one_of_them_proposes_none()
    {
        using var scene = await AfterLheScene.CreateAsync();
        AppUser[] intruders =
        [
            scene.Scene.Coordinator, scene.Scene.Controller,
            await scene.Database.AddUserAsync(Role.Pimpinan, scene.Scene.Unit),
        ];
        var before = await scene.Scene.PrintAsync();

        foreach (var who in intruders)
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Propose(who).ExecuteAsync(new([scene.Scene.Sheet.Id], AfterLheScene.Paper, "1"), default));
        }

        await Assert.ThrowsAsync<ForbiddenException>(() =>
            scene.Propose().ExecuteAsync(new([scene.Scene.Sheet.Id, Guid.CreateVersion7()], AfterLheScene.Paper, "1"), default));
        await scene.Database.CloseAccountAsync(scene.Head);
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Propose().ExecuteAsync(new([scene.Scene.Sheet.Id], AfterLheScene.Paper, "1"), default));
        Assert.Equal(before, await scene.Scene.PrintAsync());
    }

    private static async Task<Assessment> OtherAsync(AfterLheScene scene, string name, LheOutcome outcome)
    {
        var unit = await scene.Database.AddUnitAsync(name);
        var coordinator = await scene.Database.AddUserAsync(Role.Koordinator, unit);
        var sheet = await scene.Database.AddSheetAsync(unit, scene.Scene.Period);
        await scene.ConcludeAsync(sheet, coordinator, outcome);
        return sheet;
    }
}
