using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>A sheet of the own unit, for the list a coordinator starts from.</summary>
public sealed record OwnSheetRow(
    Guid AssessmentId, int Year, string Target, AssessmentStatus Status, decimal? Total, int Answered, int Questions, int OpenReturns);

/// <summary>Reads for the worksheet and the evaluator's desk.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    /// <exception cref="ForbiddenException">The person may not see this unit's sheet.</exception>
    public async Task<Workspace> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Assessment.UnitId), ct);
        var answers = await AnswersAsync(db, assessmentId, ct);
        var returns = await ReturnsAsync(db, assessmentId, ct);
        var (mayFill, mayReview) = (actor.MayFill(sheet.Unit.Id), actor.MayReview(sheet.Unit.Id));
        var (fillable, closed) = Openness(sheet, mayFill, mayReview);
        return new(
            TitleOf(sheet),
            sheet.Instrument,
            mayFill,
            fillable,
            closed,
            answers.Where(answer => answer.Layer == Layer.Unit).ToDictionary(answer => answer.Row.Code, answer => answer.Row),
            answers.Where(answer => answer.Layer == Layer.Tpi && SeesTpi(sheet, actor, returns, answer.Row.Code))
                .ToDictionary(answer => answer.Row.Code, answer => answer.Row),
            returns,
            await EvidenceQueries.OfSheetAsync(db, assessmentId, ct),
            mayFill ? new Dictionary<string, BasisChange>() : await ReviewBasis.ChangesAsync(db, assessmentId, Layer.Tpi, ct));
    }

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var unitId = await db.Assessments.Where(a => a.Id == assessmentId).Select(a => a.UnitId).SingleOrDefaultAsync(ct);
        await authorizer.RequireAsync(db, who => who.MaySee(unitId), ct);
        return await EvidenceQueries.OfSheetAsync(db, assessmentId, ct);
    }

    /// <summary>The own unit's sheets, newest first; empty for people without a unit.</summary>
    public async Task<IReadOnlyList<OwnSheetRow>> OwnSheetsAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var actor = await authorizer.ActorAsync(db, ct);
        return await (
            from assessment in db.Assessments
            join period in db.Periods on assessment.PeriodId equals period.Id
            join score in db.StoredScores.Where(s => s.Layer == Layer.Unit) on assessment.Id equals score.AssessmentId into scores
            from score in scores.DefaultIfEmpty()
            where assessment.UnitId == actor.UnitId
            orderby period.Year descending
            select new OwnSheetRow(
                assessment.Id, period.Year, assessment.Target, assessment.Status,
                score == null ? null : score.Total, score == null ? 0 : score.AnsweredQuestions, score == null ? 0 : score.Questions,
                db.ReturnedItems.Count(item => item.AssessmentId == assessment.Id && item.State == ReturnedItemState.Open)))
            .AsNoTracking().ToListAsync(ct);
    }

    private static SheetTitle TitleOf(OpenSheet sheet) => new(
        sheet.Assessment.Id, sheet.Unit.Id, sheet.Unit.Name, sheet.Unit.ShortName, sheet.Unit.Zone, sheet.Period.Year, sheet.Assessment.Target,
        sheet.Unit.HeldPredicates, sheet.Assessment.Status, sheet.Assessment.Turn, sheet.Period.FillUntil, sheet.Period.ReviewUntil, sheet.Today);

    /// <summary>Which questions this person may change now, by the same rule that the save asks.</summary>
    private static (IReadOnlySet<string> Fillable, Problem? Closed) Openness(OpenSheet sheet, bool mayFill, bool mayReview)
    {
        var asked = sheet.Instrument.Places
            .Select(place => (place.Question.Code, Answer: Allowed(place.Question.Code)))
            .ToList();
        return (asked.Where(item => item.Answer.Succeeded).Select(item => item.Code).ToHashSet(),
            asked.FirstOrDefault(item => !item.Answer.Succeeded).Answer?.Problem);

        Result Allowed(string code) =>
            mayFill ? sheet.Assessment.MayFill(code, sheet.Period, sheet.Today)
            : mayReview ? sheet.Assessment.MayReview(sheet.Period, sheet.Today)
            : new Problem("sheet.read-only", "Anda dapat membaca lembar ini, tetapi tidak mengisinya.");
    }

    private static bool SeesTpi(OpenSheet sheet, Actor actor, IReadOnlyList<ReturnRow> returns, string code) =>
        !actor.MayFill(sheet.Unit.Id)
        || sheet.Assessment.Status == AssessmentStatus.Concluded
        || returns.Any(item => item.Code == code);

    private static async Task<List<(Layer Layer, AnswerRow Row)>> AnswersAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var rows = await (
            from answer in db.Answers
            join user in db.Users on answer.ChangedBy equals user.Id
            where answer.AssessmentId == assessmentId
            select new { answer.Layer, Row = new AnswerRow(answer.QuestionCode, answer.Value, answer.Note, answer.Version, user.FullName, answer.ChangedAt) })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => (row.Layer, row.Row))];
    }

    private static Task<List<ReturnRow>> ReturnsAsync(AppDbContext db, Guid assessmentId, CancellationToken ct) => (
        from item in db.ReturnedItems
        join sender in db.Users on item.ReturnedBy equals sender.Id
        join repaired in db.Users on item.RepairedBy equals (Guid?)repaired.Id into repairers
        from repaired in repairers.DefaultIfEmpty()
        where item.AssessmentId == assessmentId
        orderby item.ReturnedAt
        select new ReturnRow(
            item.QuestionCode, item.State, item.Reason, sender.FullName, item.ReturnedAt, item.Response,
            repaired == null ? null : repaired.FullName, item.RepairedAt))
        .AsNoTracking().ToListAsync(ct);
}
