using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;

namespace ZonaIntegritas.Web.Tests.Features.Assessments;

public sealed class SavingTogetherTests
{
    [Fact]
    public async Task Fifty_people_saving_at_once_lose_nothing_and_the_score_is_right()
    {
        using var scene = await Scene.CreateAsync();
        var colleague = await scene.Database.AddUserAsync(Role.Koordinator, scene.Unit, "Budi Santoso");
        var questions = (await scene.FreshScoreAsync()).Instrument.Places.Select(place => place.Question).Take(50).ToList();

        var saves = await Task.WhenAll(questions.Select((question, index) => Task.Run(() =>
            scene.Save(index % 2 == 0 ? scene.Coordinator : colleague)
                .ExecuteAsync(scene.Answering(question.Code, TestDatabase.BestAnswer(question), $"Catatan {index}"), default))));

        Assert.All(saves, save => Assert.Null(save.Problem));
        await using var db = scene.Database.CreateDbContext();
        Assert.Equal(
            questions.Select((question, index) => (question.Code, $"Catatan {index}", 1)).Order(),
            (await db.Answers.ToListAsync()).Select(answer => (answer.QuestionCode, answer.Note, answer.Version)).Order());
        var (stored, fresh) = (await scene.StoredScoreAsync(), await scene.FreshScoreAsync());
        Assert.Equal((fresh.Total.Points.ToDecimal(), 50), (stored!.Total, stored.AnsweredQuestions));
        // The last to save saw all others: exactly one of them scored 50 answers, one 49, ...
        Assert.Equal(Enumerable.Range(1, 50), saves.Select(save => save.Value.Sheet.Completeness.AnsweredQuestions).Order());
    }

    [Fact]
    public async Task Of_ten_saving_the_same_question_at_once_one_wins_and_nine_are_told()
    {
        using var scene = await Scene.CreateAsync();

        var saves = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => Task.Run(() =>
            scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, null, $"Catatan {index}"), default))));

        Assert.Equal(9, saves.Count(save => save.Problem?.Code == "assessment.stale"));
        var winner = Array.FindIndex(saves, save => save.Succeeded);
        Assert.Equal($"Catatan {winner}", (await scene.AnswerAsync(Scene.YesNo))!.Note);
    }

    [Fact]
    public async Task Unit_and_tpi_keep_their_own_answers_to_the_same_question()
    {
        using var scene = await Scene.CreateAsync();
        await scene.MoveToAsync(AssessmentStatus.InRepair);

        var saves = await Task.WhenAll(
            Task.Run(() => scene.Save().ExecuteAsync(scene.Answering(Scene.YesNo, new Domain.Scoring.ChoiceAnswer("Ya"), "Unit.", seen: 1), default)),
            Task.Run(() => scene.Judge().ExecuteAsync(scene.Answering(Scene.YesNo, new Domain.Scoring.ChoiceAnswer("Tidak"), "TPI."), default)));

        Assert.All(saves, save => Assert.Null(save.Problem));
        Assert.Equal(("Unit.", "TPI."), ((await scene.AnswerAsync(Scene.YesNo))!.Note, (await scene.AnswerAsync(Scene.YesNo, Layer.Tpi))!.Note));
    }
}
