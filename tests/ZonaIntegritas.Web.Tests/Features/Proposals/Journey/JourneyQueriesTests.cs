using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

public sealed class JourneyQueriesTests
{
    [Fact]
    public async Task Everybody_who_sees_the_sheet_sees_its_journey_and_only_the_own_moves()
    {
        using var scene = await AfterLheScene.CreateAsync();
        (AppUser Who, SheetMove[] Moves)[] readers =
        [
            (scene.Scene.Coordinator, []),
            (scene.Scene.Evaluator, []),
            (await scene.Database.AddUserAsync(Role.Pimpinan, scene.Scene.Unit), []),
            (scene.Head, [SheetMove.Propose]),
            (scene.Administrator, [SheetMove.Reopen, SheetMove.Propose]),
        ];

        foreach (var (who, moves) in readers)
        {
            var view = await scene.Journey(who).LoadAsync(scene.Scene.Sheet.Id, default);
            Assert.Equal(moves, view.Moves.Where(row => row.Hindrance is null).Select(row => row.Move));
            Assert.Equal((AssessmentStatus.Concluded, Turn.Instansi), (view.Head.Status, view.Head.Turn));
        }

        var stranger = await scene.Database.AddUserAsync(Role.Koordinator, await scene.Database.AddUnitAsync("Dinsos"));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Journey(stranger).LoadAsync(scene.Scene.Sheet.Id, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Journey(stranger).EvidenceAsync(scene.Scene.Sheet.Id, 1, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => scene.Journey(stranger).MoveAsync(scene.Scene.Sheet.Id, SheetMove.Propose, default));
    }

    [Fact]
    public async Task A_move_that_something_stands_in_the_way_of_says_what()
    {
        using var scene = await AfterLheScene.CreateAsync(LheOutcome.NotEligible);

        var view = await scene.Journey(scene.Head).LoadAsync(scene.Scene.Sheet.Id, default);

        Assert.Equal(AssessmentProblems.NotEligible, Assert.Single(view.Moves).Hindrance);
        Assert.Equal([AssessmentProblems.NotEligible.Message], view.Gaps);
        Assert.Equal(Turn.Nobody, view.Head.Turn);
        Assert.Equal(StageState.Ended, view.Stages[^1].State);
    }

    [Fact]
    public async Task The_unit_learns_nothing_of_TPIs_values_before_the_LHE()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, 100, scene.Evaluator);

        var view = await new JourneyQueries(scene.Database, TestDatabase.SignIn(scene.Coordinator), scene.Database.Sheets).LoadAsync(scene.Sheet.Id, default);

        Assert.Empty(view.Editions);
        Assert.Contains("13 soal belum dinilai TPI.", view.Gaps);
        Assert.Equal(["Pengisian", "Diajukan", "Evaluasi TPI", "LHE", "Diusulkan", "Evaluasi TPN", "Keputusan", "Pemantauan"], view.Stages.Select(stage => stage.Name));
        Assert.Equal(StageState.Now, view.Stages[2].State);
        Assert.Empty(view.Moves);
    }

    [Fact]
    public async Task Monitoring_is_due_two_years_after_the_decree_or_the_last_report()
    {
        using var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose, SheetMove.RecordStage, SheetMove.Award);

        async Task<MonitoringRow?> DueAsync() => (await scene.Journey(scene.Scene.Coordinator).LoadAsync(scene.Scene.Sheet.Id, default)).Monitoring;

        Assert.Equal(new MonitoringRow(new(2026, 10, 9), new(2028, 10, 9), false), await DueAsync());
        scene.Database.Clock.SetUtcNow(new(2028, 10, 9, 17, 0, 0, TimeSpan.Zero)); // 10 October 2028, 00.00 WIB
        Assert.True((await DueAsync())!.IsOverdue);
        Assert.Null(await scene.MoveAsync(SheetMove.Monitor, new(new(2028, 10, 10), "700/1")));
        Assert.Equal(new MonitoringRow(new(2028, 10, 10), new(2030, 10, 10), false), await DueAsync());
        await scene.GoAsync(SheetMove.Revoke);
        Assert.Null(await DueAsync());
    }
}
