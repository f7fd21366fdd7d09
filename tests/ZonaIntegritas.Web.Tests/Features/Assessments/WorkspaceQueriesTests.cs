using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class WorkspaceQueriesTests
{
    [Fact]
    public async Task The_coordinator_sees_the_whole_sheet_and_may_fill_all_of_it()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: 3, by: scene.Coordinator);
        var file = await scene.AddEvidenceAsync();

        var workspace = await scene.Queries(scene.Coordinator).LoadAsync(scene.Sheet.Id, default);

        Assert.True(workspace.MayFill);
        Assert.Null(workspace.Closed);
        Assert.Equal(113, workspace.Fillable.Count);
        Assert.Equal([Scene.YesNo, Scene.Abc, "A.I.1.ii.a"], workspace.UnitAnswers.Keys);
        Assert.Equal(("Sri Wahyuni", 1), (workspace.UnitAnswers[Scene.YesNo].By, workspace.UnitAnswers[Scene.YesNo].Version));
        Assert.Equal([file], workspace.Evidence);
        Assert.Equal(
            ("DPMPTSP", 2026, "WBK", AssessmentStatus.Draft, Turn.Unit, new DateOnly(2026, 10, 10)),
            (workspace.Title.UnitShortName, workspace.Title.Year, workspace.Title.Target, workspace.Title.Status, workspace.Title.Turn, workspace.Title.Today));
    }

    [Fact]
    public async Task Until_the_evaluation_is_concluded_the_unit_sees_tpi_only_where_it_was_returned()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, 20, scene.Evaluator, ReviewTier.Lead);

        var unit = await scene.Queries(scene.Coordinator).LoadAsync(scene.Sheet.Id, default);
        var tpi = await scene.Queries(scene.Evaluator).LoadAsync(scene.Sheet.Id, default);

        Assert.Equal([Scene.YesNo], unit.TpiAnswers.Keys);
        Assert.Equal([Scene.YesNo], unit.Fillable);
        Assert.Equal(AssessmentProblems.OnlyReturnedItems, unit.Closed);
        Assert.Equal(
            (Scene.YesNo, ReturnedItemState.Open, "SK belum ditandatangani.", "Tono Hartono"),
            unit.Returns.Select(item => (item.Code, item.State, item.Reason, item.By)).Single());
        Assert.Equal(20, tpi.TpiAnswers.Count);
        Assert.Equal((false, 113), (tpi.MayFill, tpi.Fillable.Count));
    }

    [Fact]
    public async Task After_the_conclusion_the_unit_sees_all_of_tpis_answers_and_nobody_may_change_any()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        foreach (var person in (AppUser[])[scene.Coordinator, scene.Evaluator])
        {
            var workspace = await scene.Queries(person).LoadAsync(scene.Sheet.Id, default);

            Assert.Equal((113, 113, 0), (workspace.UnitAnswers.Count, workspace.TpiAnswers.Count, workspace.Fillable.Count));
            Assert.NotNull(workspace.Closed);
        }
    }

    public static TheoryData<string, Role, string, bool> Readers => new()
    {
        { "other unit's coordinator", Role.Koordinator, "other", false },
        { "coordinator of no unit", Role.Koordinator, "none", false },
        { "evaluator not assigned", Role.Evaluator, "none", false },
        { "head of another unit", Role.Pimpinan, "other", false },
        { "head of the unit", Role.Pimpinan, "own", true },
        { "head of the instansi", Role.Pimpinan, "none", true },
        { "administrator", Role.Administrator, "none", true },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_may_see_a_sheet_reads_it_and_fills_nothing(string who, Role role, string unit, bool sees)
    {
        using var scene = await Scene.CreateAsync();
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        var reader = await scene.Database.AddUserAsync(role, unit switch { "own" => scene.Unit, "other" => other, _ => null }, who);

        if (!sees)
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Queries(reader).LoadAsync(scene.Sheet.Id, default));
            await Assert.ThrowsAsync<ForbiddenException>(() => scene.Queries(reader).EvidenceAsync(scene.Sheet.Id, default));
            return;
        }

        var workspace = await scene.Queries(reader).LoadAsync(scene.Sheet.Id, default);
        Assert.Equal((false, 0, "sheet.read-only"), (workspace.MayFill, workspace.Fillable.Count, workspace.Closed?.Code));
        Assert.Empty(await scene.Queries(reader).EvidenceAsync(scene.Sheet.Id, default));
    }

    [Fact]
    public async Task An_evaluator_of_the_own_unit_does_not_see_it_even_when_assigned()
    {
        using var scene = await Scene.CreateAsync();
        var own = await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan", scene.Unit);

        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Queries(own).LoadAsync(scene.Sheet.Id, default));
    }

    [Fact]
    public async Task A_full_sheet_takes_few_queries()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        await scene.Queries(scene.Coordinator).LoadAsync(scene.Sheet.Id, default);
        var counter = new CommandCounter(scene.Database);

        await new WorkspaceQueries(counter, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets).LoadAsync(scene.Sheet.Id, default);

        // Sheet, unit, period, person (with units: 2), answers, returns, evidence; the instrument is in memory.
        Assert.NotEmpty(counter.Queries);
        Assert.True(counter.Queries.Count <= 12, string.Join("\n\n", counter.Queries));
    }

    [Fact]
    public async Task Own_sheets_are_the_units_own_newest_first()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AddSheetAsync(scene.Unit, await scene.Database.AddPeriodAsync(2025));
        await scene.Database.AddSheetAsync(await scene.Database.AddUnitAsync("Dinas Sosial"), scene.Period);
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        var rows = await scene.Queries(scene.Coordinator).OwnSheetsAsync(default);

        Assert.Equal([2026, 2025], rows.Select(row => row.Year));
        Assert.Equal(
            new(scene.Sheet.Id, 2026, "WBK", AssessmentStatus.InRepair, null, Scene.BestTotal, 113, 113, 1), rows[0]);
        Assert.Equal((null, 0, 0), (rows[1].Total, rows[1].Answered, rows[1].Questions));
        Assert.Empty(await scene.Queries(await scene.Database.AddUserAsync(Role.Administrator)).OwnSheetsAsync(default));
    }
}
