using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <param name="Seen">Version of the record on screen: what was not looked at is not confirmed.</param>
public sealed record ConfirmConditionCommand(Guid AssessmentId, string Code, int Seen);

/// <summary>Konfirmasi syarat unit: TPI's ketua tim or pengendali teknis has seen the document and the value in it.</summary>
public sealed class ConfirmCondition(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, SheetKeeper sheets)
{
    public async Task<Result> ExecuteAsync(ConfirmConditionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sheet = await sheets.OpenAsync(db, command.AssessmentId, ct);
        var actor = await authorizer.RequireAsync(db, who => who.DutyOn(sheet.Unit.Id) is { Tier: ReviewTier.Lead or ReviewTier.Controller }, ct);
        if (ConditionBook.PlaceOf(sheet, command.Code) is not { } place)
        {
            return ChecklistProblems.UnknownCondition;
        }

        var record = await ConditionBook.FindAsync(db, place, ct);
        if ((ConditionBook.ClosedBy(sheet.Period, sheet.Assessment.Status) ?? ConditionBook.ConfirmingFault(place, record, command.Seen, actor)) is { } refusal)
        {
            return refusal;
        }

        ConditionBook.Confirm(db, place, record!, actor, sheet.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
