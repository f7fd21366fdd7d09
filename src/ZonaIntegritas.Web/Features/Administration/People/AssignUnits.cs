using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>Penugasan: which units this evaluator judges; the whole list is given and replaces the former one.</summary>
public sealed partial class AssignUnits(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock, ILogger<AssignUnits> logger)
{
    public async Task<Result> ExecuteAsync(Guid evaluatorId, IReadOnlySet<Guid> unitIds, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await FaultAsync(db, evaluatorId, unitIds, ct) is { } fault)
        {
            return fault;
        }

        var now = clock.GetUtcNow();
        var former = await db.ReviewAssignments.Where(a => a.EvaluatorId == evaluatorId && a.EndedAt == null).ToListAsync(ct);
        former.Where(a => !unitIds.Contains(a.UnitId)).ToList().ForEach(a => a.End(actor.UserId, now, ""));
        db.AddRange(unitIds.Except(former.Select(a => a.UnitId)).Select(unit =>
            new ReviewAssignment(Guid.CreateVersion7(now), evaluatorId, unit, ReviewTier.Member, [], actor.UserId, now)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Log.Assigned(logger, evaluatorId, unitIds.Count, actor.UserId);
        return Result.Ok;
    }

    private static async Task<Problem?> FaultAsync(AppDbContext db, Guid evaluatorId, IReadOnlySet<Guid> unitIds, CancellationToken ct)
    {
        var person = await db.Users.Where(user => user.Id == evaluatorId).Select(user => new
        {
            user.UnitId,
            IsEvaluator = db.UserRoles.Any(link =>
                link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Evaluator))),
        }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return AdministrationProblems.Gone;
        }

        if (!person.IsEvaluator)
        {
            return AdministrationProblems.NotAnEvaluator;
        }

        if (person.UnitId is { } own && unitIds.Contains(own))
        {
            return AdministrationProblems.OwnUnit(await db.WorkUnits.Where(unit => unit.Id == own).Select(unit => unit.ShortName).SingleAsync(ct));
        }

        return await db.WorkUnits.CountAsync(unit => unitIds.Contains(unit.Id), ct) == unitIds.Count ? null : AdministrationProblems.UnknownUnit;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Evaluator {EvaluatorId} judges {Count} units, said {ActorId}")]
        public static partial void Assigned(ILogger logger, Guid evaluatorId, int count, Guid actorId);
    }
}
