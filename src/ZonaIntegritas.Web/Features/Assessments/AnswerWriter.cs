using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Measuring;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <param name="SeenVersion">Null where the caller has looked for staleness itself.</param>
/// <param name="Tier">For TPI, whose value this is; said in the trail.</param>
public sealed record AnswerWrite(
    Layer Layer, string QuestionCode, AnswerValue? Value, string Note, int? SeenVersion, DifferenceReason? Reason = null, ReviewTier? Tier = null)
{
    /// <summary>The year it was taken over from; null for an answer of this year's own.</summary>
    public int? CarriedFrom { get; init; }
}

/// <summary>What saving an answer means in every layer: acceptable, not stale, written, scored.</summary>
internal static class AnswerWriter
{
    /// <summary>The caller has checked who and whether the sheet is open, and owns the transaction.</summary>
    public static async Task<Result<SavedAnswer>> WriteAsync(
        AppDbContext db, OpenSheet sheet, AnswerWrite write, Actor by, CancellationToken ct)
    {
        if (sheet.Instrument.Question(write.QuestionCode) is not { } question)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        if (ProblemOf(question, write.Value, write.Note) is { } problem)
        {
            return problem;
        }

        var answer = await db.Answers.SingleOrDefaultAsync(
            a => a.AssessmentId == sheet.Assessment.Id && a.Layer == write.Layer && a.QuestionCode == write.QuestionCode, ct);
        if (write.SeenVersion is { } seen && (answer?.Version ?? 0) != seen)
        {
            return AssessmentProblems.Stale(Describe(question, answer?.Value));
        }

        answer = Put(db, sheet, question, answer, write, by);
        await db.SaveChangesAsync(ct);
        return new SavedAnswer(answer.Version, sheet.Now, await SheetKeeper.RescoreAsync(db, sheet, write.Layer, ct));
    }

    /// <summary>Changes the answer and adds its line to the trail; whoever writes many saves and scores once, afterwards.</summary>
    public static Answer Put(AppDbContext db, OpenSheet sheet, Question question, Answer? answer, AnswerWrite write, Actor by)
    {
        var before = Trace(question, answer?.Value, answer?.Note);
        if (answer is null)
        {
            answer = new(Guid.CreateVersion7(sheet.Now), sheet.Assessment.Id, write.Layer, write.QuestionCode);
            db.Answers.Add(answer);
        }

        answer.Change(write.Value, write.Note, by.UserId, sheet.Now, write.Reason);
        Measures.AnswersSaved.Add(1, Measures.Tag("layer", write.Layer.ToString()));
        db.Record(
            sheet.Now, by, write.CarriedFrom is null ? AuditAction.AnswerSaved : AuditAction.AnswerCarriedOver,
            new(sheet.Unit.Id, sheet.Assessment.Id, question.Code, Layer: write.Layer),
            new(before, Trace(question, answer.Value, answer.Note)),
            write.Tier is { } tier ? ReviewProblems.Say(tier) : write.CarriedFrom is { } year ? $"dari LKE {year}" : "");
        return answer;
    }

    public static Problem? ProblemOf(Question question, AnswerValue? value, string note)
    {
        if (note.Trim().Length > Answer.NoteMaxLength)
        {
            return AssessmentProblems.NoteTooLong(Answer.NoteMaxLength);
        }

        var faults = value is null ? [] : AnswerRules.FaultsOf(question, value);
        return faults.Count > 0 ? AssessmentProblems.Unacceptable(question.Code, faults) : null;
    }

    public static string Describe(Question question, AnswerValue? value) =>
        value is null ? "(kosong)" : ScoreExplanation.Answer(question, value);

    /// <summary>An answer with its note, as the trail keeps it.</summary>
    private static string Trace(Question question, AnswerValue? value, string? note) =>
        string.IsNullOrEmpty(note) ? Describe(question, value) : $"{Describe(question, value)}\n{note}";
}
