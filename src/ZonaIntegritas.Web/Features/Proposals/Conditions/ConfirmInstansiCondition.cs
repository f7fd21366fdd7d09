using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <param name="Seen">Version of the record on screen: what was not looked at is not confirmed.</param>
public sealed record ConfirmInstansiConditionCommand(Guid PeriodId, string Code, int Seen);

/// <summary>Konfirmasi syarat instansi: its head stands behind what the administrator recorded.</summary>
public sealed class ConfirmInstansiCondition(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(ConfirmInstansiConditionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who is { Role: Role.Pimpinan, UnitId: null }, ct);
        if (await db.Periods.SingleOrDefaultAsync(known => known.Id == command.PeriodId, ct) is not { } period
            || ConditionBook.PlaceOf(period, command.Code) is not { } place)
        {
            return ChecklistProblems.UnknownCondition;
        }

        var record = await ConditionBook.FindAsync(db, place, ct);
        var closed = period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year) : null;
        if ((closed ?? ConditionBook.ConfirmingFault(place, record, command.Seen, actor)) is { } refusal)
        {
            return refusal;
        }

        ConditionBook.Confirm(db, place, record!, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
