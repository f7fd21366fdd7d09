using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Reviews;

/// <summary>Batalkan pengembalian: TPI returned a question by mistake, and the unit has not answered yet.</summary>
public sealed class TakeBackReturn(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(Guid assessmentId, string questionCode, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, assessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.May(SheetMove.TakeBackReturn, sheet.Assessment.UnitId), ct);
        if (sheet.Instrument.Place(questionCode) is not { } place)
        {
            return AssessmentProblems.UnknownQuestion;
        }

        if (!actor.DutyOn(sheet.Unit.Id)!.Covers(place.Area.Code))
        {
            return ReviewProblems.NotYourArea;
        }

        var result = sheet.Assessment.TakeBackReturn(questionCode, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
            await TellUnit.SettledAsync(db, sheet, questionCode, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}
