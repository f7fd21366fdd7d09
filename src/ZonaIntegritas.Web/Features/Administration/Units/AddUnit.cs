using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <summary>Tambah unit kerja.</summary>
public sealed partial class AddUnit(
    IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock, ILogger<AddUnit> logger)
{
    public async Task<Result<Guid>> ExecuteAsync(UnitDetails details, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        var now = clock.GetUtcNow();
        details = details.Trimmed();
        if (await details.FaultAsync(db, instruments, null, now, ct) is { } fault)
        {
            return fault;
        }

        var unit = new WorkUnit(Guid.CreateVersion7(now), details.Name, details.ShortName, details.Zone);
        details.WriteTo(unit);
        db.Add(unit);
        db.Record(now, actor, AuditAction.UnitChanged, new(unit.Id), new(null, details.Trace()), "ditambahkan");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Added(logger, unit.Id, actor.UserId);
        return unit.Id;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Unit {UnitId} added by {ActorId}")]
        public static partial void Added(ILogger logger, Guid unitId, Guid actorId);
    }
}
