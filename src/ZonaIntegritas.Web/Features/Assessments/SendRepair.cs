using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Assessments;

public sealed record SendRepairCommand(Guid AssessmentId, string QuestionCode, string Response);

/// <summary>Kirim perbaikan: the unit answers a returned question and gives it back to TPI.</summary>
public sealed class SendRepair(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(SendRepairCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayFill(sheet.Assessment.UnitId), ct);
        var result = sheet.Assessment.SendRepair(
            command.QuestionCode, command.Response, sheet.Period, actor.UserId, sheet.Now, sheet.Today);
        if (result.Succeeded)
        {
            db.RecordMove(sheet.Assessment, actor);
            await TellReviewers.TurnAsync(db, sheet, actor, ct);
            await TellUnit.SettledAsync(db, sheet, command.QuestionCode, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}
