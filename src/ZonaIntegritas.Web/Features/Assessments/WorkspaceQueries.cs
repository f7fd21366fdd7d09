using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>A sheet of the own unit, for the list a coordinator starts from.</summary>
public sealed record OwnSheetRow(
    Guid AssessmentId, int Year, string Target, AssessmentStatus Status, LheOutcome? Outcome, decimal? Total, int Answered, int Questions, int OpenReturns);

/// <summary>Reads for the worksheet and the evaluator's desk.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    private static readonly Problem ReadOnly = new("sheet.read-only", "Anda dapat membaca lembar ini, tetapi tidak mengisinya.");

    /// <exception cref="ForbiddenException">The person may not see this unit's sheet.</exception>
    public async Task<Workspace> LoadAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MaySee(sheet.Assessment.UnitId), ct);
        var answers = await AnswersAsync(db, assessmentId, ct);
        var returns = await ReturnsAsync(db, assessmentId, ct);
        var mayFill = actor.MayFill(sheet.Unit.Id);
        var table = !actor.SeesTpi(sheet.Unit.Id, sheet.Assessment.Status) || mayFill ? null : await TierTable.LoadAsync(db, sheet, null, ct);
        var (fillable, closed) = Openness(sheet, actor, table);
        return new(
            TitleOf(sheet),
            sheet.Instrument,
            mayFill,
            fillable,
            closed,
            Rows(answers, Layer.Unit, _ => true),
            Rows(answers, Layer.Tpi, code => SeesTpi(sheet, actor, returns, code)),
            returns,
            await EvidenceQueries.OfSheetAsync(db, assessmentId, ct),
            table?.BasisChanges ?? new Dictionary<string, BasisChange>())
        {
            Me = actor.UserId,
            TpnAnswers = Rows(answers, Layer.Tpn, _ => true),
            Team = table?.Team ?? new([]),
            Changed = await SheetChanges.SinceLookedAsync(db, sheet, actor, ct),
            LoadedAt = sheet.Now,
            MyTier = actor.DutyOn(sheet.Unit.Id)?.Tier,
            Judgements = await JudgementsAsync(db, assessmentId, table, ct),
            Tiers = table is null ? new Dictionary<string, TierState>() : TiersOf(sheet, actor, table),
        };
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
                assessment.Id, period.Year, assessment.Target, assessment.Status, assessment.Outcome,
                score == null ? null : score.Total, score == null ? 0 : score.AnsweredQuestions, score == null ? 0 : score.Questions,
                db.ReturnedItems.Count(item => item.AssessmentId == assessment.Id && item.State == ReturnedItemState.Open)))
            .AsNoTracking().ToListAsync(ct);
    }

    private static SheetTitle TitleOf(OpenSheet sheet) => new(
        sheet.Assessment.Id, sheet.Unit.Id, sheet.Unit.Name, sheet.Unit.ShortName, sheet.Unit.Zone, sheet.Period.Year, sheet.Assessment.Target,
        sheet.Unit.HeldPredicates, sheet.Assessment.Status, sheet.Assessment.Turn, sheet.Period.FillUntil, sheet.Period.ReviewUntil, sheet.Today)
    {
        Windows = sheet.Period.Windows,
        Outcome = sheet.Assessment.Outcome,
        PeriodClosedAt = sheet.Period.ClosedAt,
    };

    private static Dictionary<string, AnswerRow> Rows(List<(Layer Layer, AnswerRow Row)> answers, Layer layer, Func<string, bool> seen) =>
        answers.Where(answer => answer.Layer == layer && seen(answer.Row.Code)).ToDictionary(answer => answer.Row.Code, answer => answer.Row);

    private static Dictionary<string, TierState> TiersOf(OpenSheet sheet, Actor actor, TierTable table) =>
        sheet.Instrument.Places.ToDictionary(place => place.Question.Code, place =>
        {
            var review = table.Review(place);
            return new TierState(
                review.Next,
                actor.DutyOn(sheet.Unit.Id) is { } duty ? review.BelowVersion(duty.Tier) : 0,
                ReviewRefusal(sheet, actor, place, review));
        });

    private static Problem? ReviewRefusal(OpenSheet sheet, Actor actor, QuestionPlace place, TierReview review) =>
        actor.DutyOn(sheet.Unit.Id) is not { } duty ? ReadOnly
        : sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem
            ?? (duty.Covers(place.Area.Code) ? review.MayJudge(duty.Tier).Problem : ReviewProblems.NotYourArea);

    /// <summary>Which questions this person may change now, by the same rule that the save asks.</summary>
    private static (IReadOnlySet<string> Fillable, Problem? Closed) Openness(OpenSheet sheet, Actor actor, TierTable? table)
    {
        var asked = sheet.Instrument.Places
            .Select(place => (place.Question.Code, Problem: actor.MayFill(sheet.Unit.Id)
                ? sheet.Assessment.MayFill(place.Question.Code, sheet.Period, sheet.Today).Problem
                : table is null ? ReadOnly : ReviewRefusal(sheet, actor, place, table.Review(place))))
            .ToList();
        // A sheet that is closed as a whole says so, rather than whose turn the first question is.
        var whole = table is null || actor.DutyOn(sheet.Unit.Id) is null ? null : sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem;
        return (asked.Where(item => item.Problem is null).Select(item => item.Code).ToHashSet(),
            whole ?? asked.FirstOrDefault(item => item.Problem is not null).Problem);
    }

    private static bool SeesTpi(OpenSheet sheet, Actor actor, IReadOnlyList<ReturnRow> returns, string code) =>
        actor.SeesTpi(sheet.Unit.Id, sheet.Assessment.Status)
        || returns.Any(item => item.Code == code);

    private static async Task<List<(Layer Layer, AnswerRow Row)>> AnswersAsync(AppDbContext db, Guid assessmentId, CancellationToken ct)
    {
        var rows = await (
            from answer in db.Answers
            join user in db.Users on answer.ChangedBy equals user.Id
            where answer.AssessmentId == assessmentId
            select new { answer.Layer, Row = new AnswerRow(answer.QuestionCode, answer.Value, answer.Note, answer.Version, user.FullName, answer.ChangedAt, answer.Reason) })
            .AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => (row.Layer, row.Row))];
    }

    private static async Task<ILookup<string, JudgementRow>> JudgementsAsync(AppDbContext db, Guid assessmentId, TierTable? table, CancellationToken ct)
    {
        var rows = table is null ? [] : await (
            from judgement in db.TierJudgements
            join user in db.Users on judgement.By equals user.Id
            where judgement.AssessmentId == assessmentId
            select new JudgementRow(
                judgement.Tier,
                new(judgement.QuestionCode, judgement.Value, judgement.Note, judgement.Version, user.FullName, judgement.At, judgement.Reason)))
            .AsNoTracking().ToListAsync(ct);
        return rows.OrderBy(row => row.Tier).ToLookup(row => row.Row.Code);
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
            repaired == null ? null : repaired.FullName, item.RepairedAt, item.TakenBack))
        .AsNoTracking().ToListAsync(ct);
}
