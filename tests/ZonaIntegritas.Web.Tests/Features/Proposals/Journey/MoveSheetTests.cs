using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Proposals.Journey;

namespace ZonaIntegritas.Web.Tests.Features.Proposals.Journey;

/// <summary>What a move changes besides the sheet's state, and what it keeps.</summary>
public sealed class MoveSheetTests
{
    [Fact]
    public async Task A_step_keeps_who_when_and_the_paper_and_stands_in_the_trail()
    {
        using var scene = await AfterLheScene.CreateAsync();

        Assert.Null(await scene.MoveAsync(SheetMove.Propose, who: scene.Head));

        await using var db = scene.Database.CreateDbContext();
        var step = await db.SheetTransitions.SingleAsync(each => each.Move == SheetMove.Propose);
        Assert.Equal(
            (AssessmentStatus.Concluded, AssessmentStatus.Proposed, scene.Head.Id, scene.Database.Clock.GetUtcNow(), new DateOnly(2026, 10, 9), "000.8/1/2026", "Catatan."),
            (step.From, step.To, step.By, step.At, step.On!.Value, step.Reference, step.Note));
        var line = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.SheetMoved && entry.Note == nameof(SheetMove.Propose));
        Assert.Equal((scene.Head.Id, scene.Scene.Sheet.Id, "LHE terbit", "Diusulkan ke TPN"), (line.By!.Value, line.AssessmentId!.Value, line.Before, line.After));
    }

    [Fact]
    public async Task An_award_gives_the_unit_its_predicate_and_a_revocation_takes_it_back()
    {
        using var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose, SheetMove.RecordStage, SheetMove.Award);
        Assert.Equal(("WBK", 2026), await HeldAsync(scene));

        await scene.GoAsync(SheetMove.Monitor, SheetMove.Revoke);

        Assert.Equal((null, null), await HeldAsync(scene));
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(
            [("tanpa predikat", "WBK 2026"), ("WBK 2026", "tanpa predikat")],
            (await db.AuditEntries.Where(entry => entry.Action == AuditAction.UnitChanged).OrderBy(entry => entry.Id).ToListAsync()).Select(entry => (entry.Before!, entry.After!)));
        Assert.Equal(2, (await scene.FrozenAsync()).Count);
    }

    [Fact]
    public async Task Revoking_one_predicate_leaves_another_that_the_unit_has_reached_since()
    {
        using var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose, SheetMove.RecordStage, SheetMove.Award);
        await using (var db = scene.Database.CreateDbContext())
        {
            (await db.WorkUnits.SingleAsync(unit => unit.Id == scene.Scene.Unit.Id)).Hold("WBBM", 2026);
            await db.SaveChangesAsync();
        }

        await scene.GoAsync(SheetMove.Revoke);

        Assert.Equal(("WBBM", 2026), await HeldAsync(scene));
    }

    [Theory]
    [InlineData(SheetMove.Award)]
    [InlineData(SheetMove.Decline)]
    public async Task A_decision_freezes_what_was_entered_of_TPN_and_only_that(SheetMove decision)
    {
        using var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose, SheetMove.RecordStage);
        Assert.Equal(113, (await scene.Copy().ExecuteAsync(scene.Scene.Sheet.Id, default)).Value);
        Assert.Null((await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), "SK tidak ditunjukkan.", 1), default)).Problem);

        await scene.GoAsync(decision);

        var frozen = Assert.Single(await scene.FrozenAsync(), kept => kept.Layer == Layer.Tpn);
        using var json = System.Text.Json.JsonDocument.Parse(frozen.Json);
        Assert.Equal(Scene.BestTotal - 0.25m, json.RootElement.GetProperty("total").GetDecimal());
        Assert.Equal((1, ScoringEngine.Version), (frozen.Edition, frozen.EngineVersion));
        Assert.Equal("assessment.not-at-tpn", (await scene.SaveTpn().ExecuteAsync(scene.Scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: 2), default)).Problem?.Code);
    }

    [Fact]
    public async Task A_stage_needs_its_kind_and_is_kept_as_a_row_of_its_own()
    {
        using var scene = await AfterLheScene.CreateAsync();
        await scene.GoAsync(SheetMove.Propose);

        Assert.Equal(JourneyProblems.StageMissing, (await scene.Moves().ExecuteAsync(new(scene.Scene.Sheet.Id, SheetMove.RecordStage, AfterLheScene.Paper), default)).Problem);
        Assert.Null(await scene.MoveAsync(SheetMove.RecordStage, result: TpnStageResult.Failed));
        Assert.Equal("assessment.stage-failed", (await scene.MoveAsync(SheetMove.Award))?.Code);
        await scene.GoAsync(SheetMove.RecordStage, SheetMove.Award);

        await using var db = scene.Database.CreateDbContext();
        Assert.Equal([TpnStageResult.Failed, TpnStageResult.Passed], await db.TpnStages.OrderBy(stage => stage.RecordedAt).Select(stage => stage.Result).ToListAsync());
    }

    [Fact]
    public async Task Of_two_who_propose_at_once_one_does()
    {
        using var scene = await AfterLheScene.CreateAsync();

        var both = await Task.WhenAll(new[] { scene.Head, scene.Administrator }.Select(who => Task.Run(() => scene.MoveAsync(SheetMove.Propose, who: who))));

        Assert.Equal([null, "assessment.wrong-state"], both.Select(problem => problem?.Code).Order());
    }

    [Fact]
    public async Task A_move_with_a_use_case_of_its_own_is_misuse_here()
    {
        using var scene = await AfterLheScene.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => scene.Moves(scene.Scene.Controller).ExecuteAsync(new(scene.Scene.Sheet.Id, SheetMove.Conclude, new()), default));
        Assert.Equal(
            Enum.GetValues<SheetMove>().Except([SheetMove.Submit, SheetMove.Return, SheetMove.TakeBackReturn, SheetMove.SendRepair, SheetMove.Conclude]).Order(),
            MoveSheet.Moves.Order());
    }

    private static async Task<(string?, int?)> HeldAsync(AfterLheScene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        var unit = await db.WorkUnits.SingleAsync(each => each.Id == scene.Scene.Unit.Id);
        return (unit.HeldPredicate, unit.HeldSinceYear);
    }
}
