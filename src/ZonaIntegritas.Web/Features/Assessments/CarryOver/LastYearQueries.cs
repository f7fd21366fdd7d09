using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments.CarryOver;

/// <summary>What the unit answered to one question last year, and whether it may be taken for this year.</summary>
/// <param name="Said">The answer in words.</param>
public sealed record LastYearAnswer(string Code, AnswerValue? Value, string Note, int Version, string Said, CarryOffer Offer);

/// <summary>What TPI held at last year's LHE.</summary>
public sealed record LastYearJudgement(string Said, string Note);

/// <summary>The unit's sheet of the year before, beside this one.</summary>
/// <param name="Judgements">Empty until the LHE of that year is out.</param>
/// <param name="Documents">Put forward then; nothing of it is put forward now by itself.</param>
public sealed record LastYear(
    Guid AssessmentId, int Year, IReadOnlyDictionary<string, LastYearAnswer> Answers, IReadOnlyDictionary<string, LastYearJudgement> Judgements,
    ILookup<string, EvidenceRow> Documents);

public sealed class LastYearQueries(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets, InstrumentLibrary instruments)
{
    /// <returns>Null when the unit has no sheet of an earlier year.</returns>
    /// <exception cref="ForbiddenException">The person may not see this unit's sheet.</exception>
    public async Task<LastYear?> OfSheetAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        await authorizer.RequireAsync(db, who => who.MaySee(sheet.Assessment.UnitId), ct);
        if (await EarlierSheet.FindAsync(db, instruments, sheet, ct) is not { } earlier)
        {
            return null;
        }

        var stored = await db.Answers.AsNoTracking()
            .Where(answer => answer.AssessmentId == earlier.AssessmentId && (answer.Layer == Layer.Unit || (answer.Layer == Layer.Tpi && earlier.HasLhe)))
            .ToListAsync(ct);
        var own = stored.Where(answer => answer.Layer == Layer.Unit).ToList();
        return new(
            earlier.AssessmentId, earlier.Year,
            own.Zip(earlier.Offer(sheet, own)).ToDictionary(
                pair => pair.First.QuestionCode,
                pair => new LastYearAnswer(
                    pair.First.QuestionCode, pair.First.Value, pair.First.Note, pair.First.Version, Say(earlier, pair.First), pair.Second)),
            stored.Where(answer => answer.Layer == Layer.Tpi).ToDictionary(answer => answer.QuestionCode, answer => new LastYearJudgement(Say(earlier, answer), answer.Note)),
            (await EvidenceQueries.OfSheetAsync(db, earlier.AssessmentId, ct)).ToLookup(row => row.QuestionCode));
    }

    private static string Say(EarlierSheet earlier, Answer answer) =>
        answer.Value is { } value && earlier.Instrument.Question(answer.QuestionCode) is { } question ? ScoreExplanation.Answer(question, value) : "tidak dijawab";
}
