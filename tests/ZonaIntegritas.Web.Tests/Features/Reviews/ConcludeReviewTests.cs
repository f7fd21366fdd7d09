using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

public sealed class ConcludeReviewTests
{
    [Fact]
    public async Task Both_layers_and_the_evidence_list_are_frozen()
    {
        using var scene = await Scene.CreateAsync();
        var kept = await scene.AddEvidenceAsync("sk-tim-zi.pdf");
        var detached = await scene.AddEvidenceAsync("salah.jpg", content: SmallFiles.Jpeg);
        await scene.Detach().ExecuteAsync(detached.LinkId, default);
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        var last = scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1) with { Reason = DifferenceReason.EvidenceLacking };
        Assert.Null((await scene.Judge(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(last, default)).Problem);

        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);

        var sheet = await scene.StoredSheetAsync();
        Assert.Equal((AssessmentStatus.Concluded, scene.Controller.Id, scene.Database.Clock.GetUtcNow()), (sheet.Status, sheet.ConcludedBy, sheet.ConcludedAt));
        var frozen = await FrozenAsync(scene);
        Assert.Equal([Layer.Tpi, Layer.Unit], frozen.Keys.OrderBy(layer => layer.ToString()));
        // A.I.1.i.a is worth 0,25 points: Tidak costs TPI's sheet exactly that.
        Assert.Equal((Scene.BestTotal, Scene.BestTotal - 0.25m), (TotalOf(frozen[Layer.Unit]), TotalOf(frozen[Layer.Tpi])));
        Assert.All(frozen.Values, layer => Assert.Equal((ScoringEngine.Version, scene.Database.Clock.GetUtcNow()), (layer.EngineVersion, layer.FrozenAt)));
        var files = JsonDocument.Parse(frozen[Layer.Tpi].EvidenceJson).RootElement.EnumerateArray().Single();
        Assert.Equal(
            (Scene.YesNo, kept.FileName, (long)SmallFiles.Pdf.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SmallFiles.Pdf))),
            (files.GetProperty("QuestionCode").GetString(), files.GetProperty("Name").GetString(), files.GetProperty("Size").GetInt64(), files.GetProperty("Sha256").GetString()));
    }

    [Fact]
    public async Task Without_its_conditions_a_unit_is_not_eligible_however_high_it_scores_and_the_LHE_says_what_lacks()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);

        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);

        Assert.Equal(LheOutcome.NotEligible, (await scene.StoredSheetAsync()).Outcome);
        var verdict = JsonDocument.Parse((await FrozenAsync(scene))[Layer.Tpi].VerdictJson).RootElement;
        Assert.False(verdict.GetProperty("eligible").GetBoolean());
        // Every limit is met (98.67 points); the four conditions of the instansi and the seven of the unit are not recorded.
        Assert.Equal(11, verdict.GetProperty("lacks").GetArrayLength());
        Assert.All(verdict.GetProperty("lacks").EnumerateArray(), lack => Assert.Equal("Condition", lack.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task With_limits_and_conditions_met_the_LHE_says_layak()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);

        Assert.Equal(LheOutcome.Eligible, (await scene.StoredSheetAsync()).Outcome);
        Assert.True(JsonDocument.Parse((await FrozenAsync(scene))[Layer.Tpi].VerdictJson).RootElement.GetProperty("eligible").GetBoolean());
    }

    [Fact]
    public async Task A_difference_without_its_reason_keeps_the_LHE_back()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        var differs = scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1);
        Assert.Null((await scene.Judge(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(differs, default)).Problem);

        await RefusedAsync(
            scene, "review.unreasoned", "Belum dapat diterbitkan: 1 soal berbeda dari jawaban unit tanpa alasan. Mulai dari soal A.I.1.i.a.");
    }

    [Fact]
    public async Task One_person_alone_issues_no_LHE()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.EndAssignmentsAsync(scene.Controller);
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);

        var refused = await scene.Conclude(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(scene.Sheet.Id, default);

        Assert.Equal("review.one-person-only", refused.Problem?.Code);
    }

    [Fact]
    public async Task A_lower_tier_issues_no_LHE_while_there_is_a_higher_one()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);

        Assert.Equal(ReviewProblems.OnlyTopTier, (await scene.Conclude(TestDatabase.SignIn(scene.Evaluator)).ExecuteAsync(scene.Sheet.Id, default)).Problem);
    }

    [Fact]
    public async Task What_is_frozen_does_not_follow_later_changes_of_rows()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        var before = await FrozenAsync(scene);

        await using (var db = scene.Database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE Answers SET Value = NULL, Note = 'diubah di luar aplikasi'");
            await db.Database.ExecuteSqlRawAsync("UPDATE EvidenceVersions SET Name = 'lain.pdf'");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM StoredScores");
        }

        var after = await FrozenAsync(scene);
        Assert.Equal(2, after.Count);
        Assert.Equal(before.ToDictionary(f => f.Key, f => (f.Value.Json, f.Value.EvidenceJson)), after.ToDictionary(f => f.Key, f => (f.Value.Json, f.Value.EvidenceJson)));
        Assert.Equal(Scene.BestTotal, TotalOf(after[Layer.Unit]));
    }

    [Fact]
    public async Task After_the_conclusion_every_write_of_everyone_is_refused()
    {
        using var scene = await Scene.CreateAsync();
        var link = (await scene.AddEvidenceAsync()).LinkId;
        await scene.MoveToAsync(AssessmentStatus.Concluded);
        var before = await scene.PrintAsync();

        Assert.NotNull((await scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default)).Problem);
        Assert.NotNull((await scene.Submit().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        Assert.NotNull((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "x"), default)).Problem);
        Assert.NotNull((await scene.UploadAsync(SmallFiles.Pdf)).Problem);
        Assert.NotNull((await scene.Detach().ExecuteAsync(link, default)).Problem);
        Assert.NotNull((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Tidak"), seen: 1), default)).Problem);
        Assert.NotNull((await scene.Return().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "x"), default)).Problem);
        Assert.NotNull((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        Assert.Equal(before, await scene.PrintAsync());
    }

    [Fact]
    public async Task Questions_that_tpi_has_not_judged_are_counted_and_the_first_is_named()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, 111, scene.Evaluator);

        // 113 - 111 = 2.
        await RefusedAsync(scene, "assessment.unevaluated", "Belum dapat diselesaikan: 2 soal belum dinilai TPI. Mulai dari soal B.I.b.");
    }

    [Fact]
    public async Task Returned_questions_must_be_repaired_and_looked_at_again()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        const string Waiting = "Belum dapat diselesaikan: 1 soal masih menunggu perbaikan unit atau pemeriksaan ulang TPI.";

        await RefusedAsync(scene, "assessment.items-still-returned", Waiting);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        await RefusedAsync(scene, "assessment.items-still-returned", Waiting);
        await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: 1), default);
        await RefusedAsync(
            scene, "review.tiers-missing", "Belum dapat diterbitkan: 1 soal belum dinilai semua jenjang. Mulai dari soal A.I.1.i.a, menunggu pengendali teknis.");
        await scene.Judge(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: 1), default);

        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        Assert.Equal(ReturnedItemState.Closed, (await scene.StoredSheetAsync()).ReturnedItems.Single().State);
    }

    [Fact]
    public async Task Of_two_conclusions_at_once_one_freezes()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.Conclude().ExecuteAsync(scene.Sheet.Id, default))));

        Assert.Equal([null, "assessment.wrong-state"], both.Select(result => result.Problem?.Code).Order());
        Assert.Equal(2, (await FrozenAsync(scene)).Count);
    }

    private static async Task RefusedAsync(Scene scene, string code, string message)
    {
        var before = await scene.PrintAsync();

        var refused = await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default);

        Assert.Equal((code, message), (refused.Problem?.Code, refused.Problem?.Message));
        Assert.Equal(before, await scene.PrintAsync());
    }

    private static async Task<Dictionary<Layer, FrozenSheet>> FrozenAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.FrozenSheets.AsNoTracking().Where(sheet => sheet.AssessmentId == scene.Sheet.Id).ToDictionaryAsync(sheet => sheet.Layer);
    }

    private static decimal TotalOf(FrozenSheet sheet) =>
        JsonDocument.Parse(sheet.Json).RootElement.GetProperty("total").GetDecimal();
}
