using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>A sheet that is being filled in.</summary>
/// <param name="Answered">As many questions as its stored score counts.</param>
internal sealed record FilledSheet(Guid Id, Instrument Instrument, int Answered);

/// <summary>Which questions of many sheets nobody has answered: the codes that have a value in one query, one row a sheet.</summary>
internal static class DigestQuestions
{
    private const string Separator = "\n";
    private const int BatchSize = 200;

    /// <param name="sheets">Drafts of the period that are open for filling in.</param>
    public static async Task<Dictionary<Guid, IReadOnlyList<OpenQuestion>>> LoadAsync(
        AppDbContext db, Guid periodId, IReadOnlyCollection<FilledSheet> sheets, CancellationToken ct)
    {
        if (sheets.Count == 0)
        {
            return [];
        }

        var questions = sheets.Select(sheet => sheet.Instrument).Distinct().ToDictionary(known => known, QuestionsOf);
        var valued = await ValuedAsync(db, periodId, ct);
        var open = new Dictionary<Guid, IReadOnlyList<OpenQuestion>>(sheets.Count);
        var unsure = new List<FilledSheet>();
        foreach (var sheet in sheets)
        {
            var codes = valued.GetValueOrDefault(sheet.Id)?.Split(Separator) ?? [];
            // Each answered question has a value, so equal numbers are the same questions.
            if (codes.Length == sheet.Answered)
            {
                open[sheet.Id] = Without(questions[sheet.Instrument], codes);
            }
            else
            {
                unsure.Add(sheet);
            }
        }

        foreach (var batch in unsure.Chunk(BatchSize))
        {
            await AskAnswersAsync(db, batch, questions, open, ct);
        }

        return open;
    }

    private static Task<Dictionary<Guid, string>> ValuedAsync(AppDbContext db, Guid periodId, CancellationToken ct) => db.Answers
        .Where(answer => answer.Layer == Layer.Unit && answer.Value != null
            && db.Assessments.Any(sheet => sheet.Id == answer.AssessmentId && sheet.PeriodId == periodId && sheet.Status == AssessmentStatus.Draft))
        .GroupBy(answer => answer.AssessmentId)
        .Select(answers => new { answers.Key, Codes = string.Join(Separator, answers.Select(answer => answer.QuestionCode)) })
        .ToDictionaryAsync(answers => answers.Key, answers => answers.Codes, ct);

    /// <summary>Half filled counts and options of another version have a value and do not answer: only scoring tells them apart.</summary>
    private static async Task AskAnswersAsync(
        AppDbContext db, FilledSheet[] sheets, Dictionary<Instrument, OpenQuestion[]> questions,
        Dictionary<Guid, IReadOnlyList<OpenQuestion>> open, CancellationToken ct)
    {
        var ids = sheets.Select(sheet => sheet.Id).ToList();
        var answers = (await db.Answers
                .Where(answer => ids.Contains(answer.AssessmentId) && answer.Layer == Layer.Unit && answer.Value != null)
                .Select(answer => new { answer.AssessmentId, answer.QuestionCode, answer.Value })
                .ToListAsync(ct))
            .ToLookup(answer => answer.AssessmentId);
        foreach (var sheet in sheets)
        {
            var score = ScoringEngine.Score(sheet.Instrument, answers[sheet.Id].ToDictionary(answer => answer.QuestionCode, answer => answer.Value!));
            open[sheet.Id] = Without(questions[sheet.Instrument], score.Lines.Where(line => line.Answered).Select(line => line.Question.Code));
        }
    }

    /// <summary>Made once for all sheets of a version.</summary>
    private static OpenQuestion[] QuestionsOf(Instrument instrument) =>
    [
        .. instrument.Places.Select(place => new OpenQuestion(place.Question.Code, place.Question.Statement, place.Leaf.QuestionWeight.ToDecimal())),
    ];

    private static IReadOnlyList<OpenQuestion> Without(OpenQuestion[] all, IEnumerable<string> answered)
    {
        var codes = answered.ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(question => !codes.Contains(question.Code))];
    }
}
