using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

public sealed record ReturnQuestionCommand(Guid AssessmentId, string QuestionCode, string Reason);

/// <summary>Kembalikan: TPI sends one question back to the unit, with the reason.</summary>
public sealed class ReturnQuestion(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(ReturnQuestionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayReview(sheet.Assessment.UnitId), ct);
        if (sheet.Instrument.Place(command.QuestionCode) is not { } place)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        if (!actor.DutyOn(sheet.Unit.Id)!.Covers(place.Area.Code))
        {
            return ReviewProblems.NotYourArea;
        }

        var result = sheet.Assessment.Return(place.Question, command.Reason, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
            await TellUnit.ReturnedAsync(db, sheet, actor, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}
