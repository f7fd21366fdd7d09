using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>Ubah unit kerja: its names, place, head and the predicate it holds.</summary>
public sealed partial class ChangeUnit(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<ChangeUnit> logger)
{
    public async Task<Result> ExecuteAsync(Guid unitId, UnitDetails details, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.WorkUnits.SingleOrDefaultAsync(unit => unit.Id == unitId, ct) is not { } unit)
        {
            return AdministrationProblems.Gone;
        }

        var now = clock.GetUtcNow();
        details = details.Trimmed();
        if (await details.FaultAsync(db, instruments, unitId, now, ct) is { } fault)
        {
            return fault;
        }

        var (before, head) = (UnitDetails.Of(unit), details.HeadName != unit.HeadName || details.HeadNip != unit.HeadNip);
        details.WriteTo(unit);
        db.Record(
            now, actor, AuditAction.UnitChanged, new(unitId), new(before.Trace(), details.Trace()), head ? "diubah, juga kepala unit" : "diubah");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Changed(logger, unitId, actor.UserId);
        return Result.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Unit {UnitId} changed by {ActorId}")]
        public static partial void Changed(ILogger logger, Guid unitId, Guid actorId);
    }
}
