using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Features.Assessments;

namespace ZonaIntegritas.Web.Tests.Features.Readiness;

/// <summary>Whole sets of answers by name, so that a case says in a word what it is about.</summary>
internal static class AnswerSets
{
    public const string Best = "best";
    public const string Mixed = "mixed";
    public const string Poor = "poor";
    public const string Half = "half";
    public const string JustBelow = "just below";

    public static AnswerValue? Of(string set, Question question, int index) => set switch
    {
        Best => TestDatabase.BestAnswer(question),
        Mixed => Worse(question, index % 2),
        Poor => Worse(question, 1 + (index % 3)),
        Half => index < 60 ? Worse(question, index % 3) : null,
        // IPAK 3.59 is 15.70625 points, which lacks 0.04 although everything else is full.
        JustBelow => question.Code == "B.I.a" ? new LevelAnswer(3.59m) : TestDatabase.BestAnswer(question),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    public static async Task AnswerAsync(TestDatabase database, Assessment sheet, string set, Layer layer = Layer.Unit)
    {
        await using var db = database.CreateDbContext();
        var open = await database.Sheets.OpenAsync(db, sheet.Id, default);
        foreach (var (index, place) in open.Instrument.Places.Index())
        {
            if (Of(set, place.Question, index) is { } value)
            {
                var answer = new Answer(Guid.CreateVersion7(), sheet.Id, layer, place.Question.Code);
                answer.Change(value, "", sheet.UnitId, open.Now);
                db.Add(answer);
            }
        }

        await db.SaveChangesAsync();
        await SheetKeeper.RescoreAsync(db, open, layer, default);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts another set in place of what was answered.</summary>
    public static async Task ReplaceAsync(TestDatabase database, Assessment sheet, string set, Layer layer = Layer.Unit)
    {
        await using (var db = database.CreateDbContext())
        {
            await db.Answers.Where(answer => answer.AssessmentId == sheet.Id && answer.Layer == layer).ExecuteDeleteAsync();
        }

        await AnswerAsync(database, sheet, set, layer);
    }

    private static AnswerValue Worse(Question question, int steps) => question.Scale.Kind switch
    {
        ScaleKind.Choice => new ChoiceAnswer(question.Options[Math.Min(steps, question.Options.Count - 1)].Key),
        ScaleKind.Level => new LevelAnswer(question.Scale.Maximum - (0.47m * steps)),
        // One in three: a ratio that no decimal holds exactly.
        ScaleKind.Counted when steps > 0 => new CountsAnswer(question.Formula!.Inputs.ToDictionary(
            input => input.Key, input => question.Formula.Whole.Contains(input.Key) ? 3L : 1L)),
        _ => TestDatabase.BestAnswer(question),
    };
}
