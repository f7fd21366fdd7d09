using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments;

/// <summary>Ajukan: the unit hands its whole sheet to TPI.</summary>
public sealed class SubmitAssessment(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        var notes = await db.Answers
            .Where(answer => answer.AssessmentId == assessmentId && answer.Layer == Layer.Unit)
            .ToDictionaryAsync(answer => answer.QuestionCode, answer => answer.Note, ct);
        var score = await SheetKeeper.RescoreAsync(db, sheet, Layer.Unit, ct);
        var result = sheet.Assessment.Submit(score, notes, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
            await TellReviewers.TurnAsync(db, sheet, actor, ct);
            await TellUnit.SubmittedAsync(db, sheet, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}
