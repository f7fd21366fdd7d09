using Xunit;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class SubmitAssessmentTests
{
    [Fact]
    public async Task A_complete_sheet_is_submitted_with_who_and_when()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);

        Assert.Null((await scene.Submit().ExecuteAsync(scene.Sheet.Id, default)).Problem);

        var sheet = await scene.StoredSheetAsync();
        Assert.Equal(
            (AssessmentStatus.Submitted, Turn.Tpi, scene.Coordinator.Id, scene.Database.Clock.GetUtcNow()),
            (sheet.Status, sheet.Turn, sheet.SubmittedBy, sheet.SubmittedAt));
        var score = await scene.StoredScoreAsync();
        Assert.Equal((Scene.BestTotal, 113, true), (score!.Total, score.AnsweredQuestions, score.TargetMet));
    }

    [Fact]
    public async Task The_second_of_two_submissions_is_told_that_it_is_done()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.Submit().ExecuteAsync(scene.Sheet.Id, default))));

        Assert.Equal([null, AssessmentProblems.AlreadySubmitted], both.Select(result => result.Problem).OrderBy(problem => problem?.Code));
    }

    // The first question that is open is named; 113 questions in all.
    [Theory]
    [InlineData(0, "Belum dapat diajukan: 113 soal belum lengkap. Mulai dari soal A.I.1.i.a.")]
    [InlineData(1, "Belum dapat diajukan: 112 soal belum lengkap. Mulai dari soal A.I.1.i.b.")]
    [InlineData(112, "Belum dapat diajukan: 1 soal belum lengkap. Mulai dari soal B.II.a.")]
    public async Task Unanswered_questions_keep_a_sheet_from_being_submitted(int answered, string message)
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, questions: answered, by: scene.Coordinator);

        await RefusedAsync(scene, "assessment.incomplete", message);
    }

    [Fact]
    public async Task A_count_that_is_missing_leaves_its_question_open()
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        await ChangeAsync(scene, "A.II.5.ii.a", "", ("harus_tl", 4), ("selesai_tl", 4));

        await RefusedAsync(scene, "assessment.incomplete", "Belum dapat diajukan: 1 soal belum lengkap. Mulai dari soal A.II.5.ii.a.");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("Tidak ada pengaduan tahun ini.", true)]
    public async Task Full_value_for_nothing_due_needs_a_note(string note, bool submitted)
    {
        using var scene = await Scene.CreateAsync();
        await scene.Database.AnswerAsync(scene.Sheet, by: scene.Coordinator);
        // 0 of 0 complaints dealt with counts as full, by the instrument's own rule.
        await ChangeAsync(scene, "A.II.5.ii.a", note, ("harus_tl", 0), ("sedang_proses", 0), ("selesai_tl", 0));

        if (submitted)
        {
            Assert.Null((await scene.Submit().ExecuteAsync(scene.Sheet.Id, default)).Problem);
        }
        else
        {
            await RefusedAsync(scene, "assessment.note-missing",
                "Soal A.II.5.ii.a bernilai penuh karena tidak ada yang wajib ditindaklanjuti. Tulis catatan yang menjelaskannya.");
        }
    }

    [Fact]
    public async Task A_repair_is_sent_with_its_response_and_the_last_one_gives_the_turn_back()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);
        await scene.Database.ReturnAsync(scene.Sheet, scene.Evaluator, Scene.Abc, "Rencana kerja tahun lalu.");

        Assert.Null((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "  SK sudah ditandatangani. "), default)).Problem);
        Assert.Equal(AssessmentStatus.InRepair, (await scene.StoredSheetAsync()).Status);
        Assert.Null((await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.Abc, ""), default)).Problem);

        var sheet = await scene.StoredSheetAsync();
        Assert.Equal(AssessmentStatus.ReReview, sheet.Status);
        Assert.Equal(
            [(Scene.YesNo, ReturnedItemState.Repaired, "SK sudah ditandatangani.", scene.Coordinator.Id), (Scene.Abc, ReturnedItemState.Repaired, "", scene.Coordinator.Id)],
            sheet.ReturnedItems.OrderBy(item => item.QuestionCode).Select(item => (item.QuestionCode, item.State, item.Response, item.RepairedBy!.Value)));
    }

    [Fact]
    public async Task A_repair_sent_twice_or_with_too_many_words_is_refused()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        var wordy = await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, new('x', 2001)), default);
        var first = await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, new('x', 2000)), default);
        var second = await scene.Repair().ExecuteAsync(new(scene.Sheet.Id, Scene.YesNo, "Lagi."), default);

        Assert.Equal(("assessment.note-too-long", null, "assessment.wrong-state"), (wordy.Problem?.Code, first.Problem?.Code, second.Problem?.Code));
    }

    private static async Task RefusedAsync(Scene scene, string code, string message)
    {
        var before = await scene.PrintAsync();

        var refused = await scene.Submit().ExecuteAsync(scene.Sheet.Id, default);

        Assert.Equal((code, message), (refused.Problem?.Code, refused.Problem?.Message));
        Assert.Equal(before, await scene.PrintAsync());
    }

    private static async Task ChangeAsync(Scene scene, string code, string note, params (string Key, long Count)[] counts)
    {
        var value = new CountsAnswer(counts.ToDictionary(c => c.Key, c => c.Count));
        Assert.Null((await scene.Save().ExecuteAsync(scene.Answering(code, value, note, seen: 1), default)).Problem);
    }
}
