using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Reviews;

/// <summary>A judgement rests on the exact versions that lay before TPI; when they change, TPI is asked to look again.</summary>
public sealed class ReviewBasisTests
{
    [Fact]
    public async Task Judging_keeps_the_versions_that_were_shown()
    {
        using var scene = await Scene.CreateAsync();
        var decree = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);

        await JudgeAsync(scene);

        await using var db = scene.Database.CreateDbContext();
        var judged = await db.JudgedEvidence.SingleAsync();
        Assert.Equal((scene.Sheet.Id, Layer.Tpi, Scene.YesNo, decree.LinkId, decree.VersionId), (judged.AssessmentId, judged.Layer, judged.QuestionCode, judged.LinkId, judged.VersionId));
        Assert.Empty(await ChangesAsync(scene));
    }

    [Fact]
    public async Task A_version_replaced_in_repair_asks_for_a_new_look_and_a_new_judgement_settles_it()
    {
        using var scene = await Scene.CreateAsync();
        var decree = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await JudgeAsync(scene);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.YesNo, "SK tahun lalu.");

        await scene.UploadAsync(new MemoryStream(SmallFiles.Jpeg), "sk baru.jpg", null, new(scene.Unit.Id, ItemId: decree.ItemId));

        Assert.Equal(new Dictionary<string, BasisChange> { [Scene.YesNo] = new(0, 1, 0) }, await ChangesAsync(scene));
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);
        await JudgeAsync(scene, seen: 1);
        Assert.Empty(await ChangesAsync(scene));
    }

    [Fact]
    public async Task What_came_in_while_the_page_was_open_was_not_judged()
    {
        using var scene = await Scene.CreateAsync();
        var shown = await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.AddEvidenceAsync("tambahan.jpg", content: SmallFiles.Jpeg);
        await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Sudah."), default);

        // The evaluator's page was loaded before the second document came.
        await JudgeAsync(scene, shown: [new(shown.LinkId, shown.VersionId)]);

        Assert.Equal(new Dictionary<string, BasisChange> { [Scene.YesNo] = new(1, 0, 0) }, await ChangesAsync(scene));
    }

    [Fact]
    public async Task A_page_cannot_claim_to_have_shown_what_is_no_document_of_the_question()
    {
        using var scene = await Scene.CreateAsync();
        var here = await scene.AddEvidenceAsync();
        var elsewhere = await scene.AddEvidenceAsync("foto.jpg", Scene.Abc, SmallFiles.Jpeg);
        await scene.MoveToAsync(AssessmentStatus.InReview);

        await JudgeAsync(scene, shown: [new(here.LinkId, elsewhere.VersionId), new(elsewhere.LinkId, elsewhere.VersionId), new(here.LinkId, here.VersionId)]);

        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(here.VersionId, (await db.JudgedEvidence.SingleAsync()).VersionId);
    }

    [Fact]
    public async Task A_sheet_whose_basis_changed_cannot_be_concluded_until_it_was_looked_at()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await scene.Database.AnswerAsync(scene.Sheet, Layer.Tpi, by: scene.Evaluator);
        await using (var db = scene.Database.CreateDbContext())
        {
            await db.JudgedEvidence.ExecuteDeleteAsync();
        }

        var refused = await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default);

        Assert.Equal(AssessmentProblems.BasisChanged(1, Scene.YesNo), refused.Problem);
        await JudgeAsync(scene, seen: 1);
        Assert.Equal("review.tiers-missing", (await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem?.Code);
        var last = scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: 1);
        Assert.Null((await scene.Judge(TestDatabase.SignIn(scene.Controller)).ExecuteAsync(last, default)).Problem);
        Assert.Null((await scene.Conclude().ExecuteAsync(scene.Sheet.Id, default)).Problem);
    }

    [Fact]
    public async Task The_unit_is_not_told_what_TPI_has_judged()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddEvidenceAsync();
        await scene.MoveToAsync(AssessmentStatus.InReview);
        await JudgeAsync(scene, shown: []);

        Assert.Single((await scene.Queries(scene.Evaluator).LoadAsync(scene.Sheet.Id, default)).BasisChanges);
        Assert.Empty((await scene.Queries(scene.Coordinator).LoadAsync(scene.Sheet.Id, default)).BasisChanges);
    }

    private static async Task JudgeAsync(Scene scene, int seen = 0, IReadOnlyCollection<PutForward>? shown = null) =>
        Assert.Null((await scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new ChoiceAnswer("Ya"), seen: seen) with { Shown = shown }, default)).Problem);

    private static async Task<Dictionary<string, BasisChange>> ChangesAsync(Scene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await ReviewBasis.ChangesAsync(db, scene.Sheet.Id, Layer.Tpi, default);
    }
}
