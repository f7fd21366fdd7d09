using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Assessments;

public sealed record AnswerWrite(Layer Layer, string QuestionCode, AnswerValue? Value, string Note, int SeenVersion);

/// <summary>What saving an answer means in every layer: acceptable, not stale, written, scored.</summary>
internal static class AnswerWriter
{
    /// <summary>The caller has checked who and whether the sheet is open, and owns the transaction.</summary>
    public static async Task<Result<SavedAnswer>> WriteAsync(
        AppDbContext db, OpenSheet sheet, AnswerWrite write, Guid by, CancellationToken ct)
    {
        if (sheet.Instrument.Question(write.QuestionCode) is not { } question)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        if (ProblemOf(question, write) is { } problem)
        {
            return problem;
        }

        var answer = await db.Answers.SingleOrDefaultAsync(
            a => a.AssessmentId == sheet.Assessment.Id && a.Layer == write.Layer && a.QuestionCode == write.QuestionCode, ct);
        if ((answer?.Version ?? 0) != write.SeenVersion)
        {
            return AssessmentProblems.Stale(Describe(question, answer));
        }

        if (answer is null)
        {
            answer = new(Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, write.Layer, write.QuestionCode);
            db.Answers.Add(answer);
        }

        answer.Change(write.Value, write.Note, by, sheet.Now);
        await db.SaveChangesAsync(ct);
        return new SavedAnswer(answer.Version, sheet.Now, await SheetKeeper.RescoreAsync(db, sheet, write.Layer, ct));
    }

    private static Problem? ProblemOf(Question question, AnswerWrite write)
    {
        if (write.Note.Trim().Length > Answer.NoteMaxLength)
        {
            return AssessmentProblems.NoteTooLong(Answer.NoteMaxLength);
        }

        var faults = write.Value is null ? [] : AnswerRules.FaultsOf(question, write.Value);
        return faults.Count > 0 ? AssessmentProblems.Unacceptable(question.Code, faults) : null;
    }

    private static string Describe(Question question, Answer? answer) =>
        answer?.Value is null ? "(kosong)" : ScoreExplanation.Answer(question, answer.Value);
}
