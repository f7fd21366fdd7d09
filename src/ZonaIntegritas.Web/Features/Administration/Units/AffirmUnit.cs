using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.WorkUnits;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Units;

/// <param name="Basis">The document that gives the unit its afirmasi, or that ends it.</param>
/// <param name="Seen">When afirmasi was last set, as it stands on screen; null when it never was.</param>
public sealed record AffirmUnitCommand(Guid UnitId, bool Affirmed, string Basis, DateTimeOffset? Seen);

/// <summary>
/// Tetapkan or cabut afirmasi (P5): whether the unit may be proposed while it is still completing conditions. A person
/// decides and says on what basis; nothing is guessed from the unit's name.
/// </summary>
public sealed partial class AffirmUnit(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock, ILogger<AffirmUnit> logger)
{
    public async Task<Result> ExecuteAsync(AffirmUnitCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await db.WorkUnits.SingleOrDefaultAsync(unit => unit.Id == command.UnitId, ct) is not { } unit)
        {
            return AdministrationProblems.Gone;
        }

        if (FaultOf(command, unit) is { } fault)
        {
            return fault;
        }

        var (now, before) = (clock.GetUtcNow(), Say(unit));
        unit.Affirm(command.Affirmed, command.Basis, actor.UserId, now);
        db.Record(now, actor, AuditAction.UnitAffirmed, new(unit.Id), new(before, Say(unit)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Affirmed(logger, unit.Id, command.Affirmed, actor.UserId);
        return Result.Ok;
    }

    private static Problem? FaultOf(AffirmUnitCommand command, WorkUnit unit) =>
        command.Seen != unit.AffirmedAt ? AdministrationProblems.AffirmationStale(Say(unit))
        : command.Affirmed == unit.IsAffirmed && command.Basis.Trim() == unit.AffirmationBasis ? AdministrationProblems.AffirmationUnchanged
        : string.IsNullOrWhiteSpace(command.Basis) ? AdministrationProblems.AffirmationBasisMissing
        : command.Basis.Trim().Length > WorkUnit.AffirmationBasisMaxLength ? AdministrationProblems.TooLong("Basis", WorkUnit.AffirmationBasisMaxLength)
        : null;

    private static string Say(WorkUnit unit) =>
        $"{(unit.IsAffirmed ? "afirmasi" : "tanpa afirmasi")}{(unit.AffirmationBasis.Length == 0 ? "" : $": {unit.AffirmationBasis}")}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Unit {UnitId} affirmed: {Affirmed}, by {ActorId}")]
        public static partial void Affirmed(ILogger logger, Guid unitId, bool affirmed, Guid actorId);
    }
}
