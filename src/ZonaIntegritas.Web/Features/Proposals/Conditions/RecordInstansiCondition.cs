using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Assessments;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Proposals;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Proposals.Conditions;

/// <param name="Seen">Version of the record on screen; 0 when nothing was recorded.</param>
public sealed record RecordInstansiConditionCommand(Guid PeriodId, string Code, ConditionEntry Entry, int Seen);

/// <summary>Catat syarat instansi: the administrator says it once for all units of the period.</summary>
public sealed class RecordInstansiCondition(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(RecordInstansiConditionCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.Periods.SingleOrDefaultAsync(known => known.Id == command.PeriodId, ct) is not { } period
            || ConditionBook.PlaceOf(period, command.Code) is not { } place)
        {
            return ChecklistProblems.UnknownCondition;
        }

        var now = clock.GetUtcNow();
        // The instansi spans zones; the earliest of them is the first in which a document can have its date.
        var entry = ConditionBook.Read(place.Condition, command.Entry with { EvidenceVersionId = null }, IndonesianZone.WIT.Today(now));
        if ((period.IsClosed ? AssessmentProblems.PeriodClosed(period.Year) : entry.Problem) is { } refusal)
        {
            return refusal;
        }

        var record = await ConditionBook.FindAsync(db, place, ct);
        if ((record?.Version ?? 0) != command.Seen)
        {
            return ChecklistProblems.Stale(ConditionBook.Say(place.Condition, record));
        }

        ConditionBook.Write(db, place, record, entry.Value, (actor, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
