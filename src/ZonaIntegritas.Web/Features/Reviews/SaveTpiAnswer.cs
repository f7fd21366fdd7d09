using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>One tier of TPI gives its own value and note to a question, beside the unit's and after the tier below.</summary>
public sealed class SaveTpiAnswer(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result<SavedAnswer>> ExecuteAsync(SaveAnswerCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        var saved = await JudgeAsync(db, sheet, command, actor, ct);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return saved;
    }

    /// <summary>One judgement inside the caller's transaction; many at once go through here as well.</summary>
    internal static async Task<Result<SavedAnswer>> JudgeAsync(
        AppDbContext db, OpenSheet sheet, SaveAnswerCommand command, Actor actor, CancellationToken ct)
    {
        if (sheet.Assessment.MayReview(sheet.Period, sheet.Today).Problem is { } closed)
        {
            return closed;
        }

        if (sheet.Instrument.Place(command.QuestionCode) is not { } place)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        var (duty, table) = (actor.DutyOn(sheet.Unit.Id)!, await TierTable.LoadAsync(db, sheet, command.QuestionCode, ct));
        var review = table.Review(place);
        if (Refusal(duty, place, review, table, command) is { } refused)
        {
            return refused;
        }

        var judgement = Judge(db, sheet, table, command, duty.Tier, review.BelowVersion(duty.Tier), actor);
        if (sheet.Assessment.BeginReview(actor.UserId, sheet.Now))
        {
            db.RecordMove(sheet.Assessment, actor);
        }

        sheet.Assessment.CloseRepaired(command.QuestionCode, actor.UserId, sheet.Now);
        var saved = await AnswerWriter.WriteAsync(db, sheet, Effective(table, judgement), actor, ct);
        if (!saved.Succeeded)
        {
            return saved;
        }

        await ReviewBasis.RecordAsync(db, command.AssessmentId, Layer.Tpi, command.QuestionCode, command.Shown, ct);
        return saved.Value with { Version = judgement.Version };
    }

    private static Problem? Refusal(ReviewDuty duty, QuestionPlace place, TierReview review, TierTable table, SaveAnswerCommand command)
    {
        if (!duty.Covers(place.Area.Code))
        {
            return ReviewProblems.NotYourArea;
        }

        if (review.MayJudge(duty.Tier).Problem is { } notNow)
        {
            return notNow;
        }

        if (AnswerWriter.ProblemOf(place.Question, command.Value, command.Note) is { } unacceptable)
        {
            return unacceptable;
        }

        var mine = table.Of(command.QuestionCode, duty.Tier);
        return (mine?.Version ?? 0) != command.SeenVersion ? AssessmentProblems.Stale(AnswerWriter.Describe(place.Question, mine?.Value))
            : command.SeenBelow is { } seen && seen != review.BelowVersion(duty.Tier)
                ? ReviewProblems.BelowChanged(review.Tiers.Last(tier => tier < duty.Tier))
            : null;
    }

    private static TierJudgement Judge(
        AppDbContext db, OpenSheet sheet, TierTable table, SaveAnswerCommand command, ReviewTier tier, int basedOn, Actor actor)
    {
        var judgement = table.Of(command.QuestionCode, tier);
        if (judgement is null)
        {
            db.TierJudgements.Add(judgement = new(sheet.Assessment.Id, command.QuestionCode, tier));
        }

        judgement.Change(new(command.Value, command.Note, command.Reason), basedOn, actor.UserId, sheet.Now);
        return judgement;
    }

    /// <summary>What TPI holds after this: this tier's value, or the tier's below while this one has written only a note.</summary>
    private static AnswerWrite Effective(TierTable table, TierJudgement judgement)
    {
        var holds = judgement.Value is not null
            ? judgement
            : table.Of(judgement.QuestionCode).Where(lower => lower.Tier < judgement.Tier && lower.Value is not null).MaxBy(lower => lower.Tier) ?? judgement;
        return new(Layer.Tpi, judgement.QuestionCode, holds.Value, holds.Note, null, holds.Reason, judgement.Tier);
    }
}
