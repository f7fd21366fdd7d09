using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <param name="UnitIds">Null for every unit the person judges.</param>
public sealed record HandOverCommand(Guid FromId, Guid ToId, IReadOnlySet<Guid>? UnitIds, string Reason);

/// <summary>What became of one unit.</summary>
/// <param name="Problem">Null when it was handed over.</param>
public sealed record HandedUnit(Guid UnitId, string ShortName, Problem? Problem);

/// <summary>
/// Alihkan: another evaluator takes the shares over as they are, tier and areas included. Each share is ended with who
/// took it; judgements made so far stay under the name of whoever made them.
/// </summary>
public sealed class HandOver(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, TimeProvider clock)
{
    /// <returns>One line per unit: what can be handed over is, the rest stays with its reason.</returns>
    public async Task<Result<IReadOnlyList<HandedUnit>>> ExecuteAsync(HandOverCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if (await FaultAsync(db, command, ct) is { } fault)
        {
            return fault;
        }

        var shares = await db.ReviewAssignments
            .Where(share => share.EvaluatorId == command.FromId && share.EndedAt == null)
            .Join(db.WorkUnits, share => share.UnitId, unit => unit.Id, (share, unit) => new { share, unit.ShortName })
            .OrderBy(found => found.ShortName)
            .ToListAsync(ct);
        var chosen = shares.Where(found => command.UnitIds?.Contains(found.share.UnitId) != false).ToList();
        if (chosen.Count == 0)
        {
            return TeamProblems.NothingToHandOver;
        }

        var now = clock.GetUtcNow();
        List<HandedUnit> handed = [];
        foreach (var found in chosen)
        {
            var problem = await TeamRules.PlaceFaultAsync(db, command.ToId, found.share.UnitId, ct);
            handed.Add(new(found.share.UnitId, found.ShortName, problem));
            if (problem is null)
            {
                await PassOnAsync(db, found.share, command, actor, now, ct);
            }
        }

        if (handed.Exists(unit => unit.Problem is null))
        {
            await TellReviewers.AssignedAsync(db, command.ToId, actor, now, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return handed;
    }

    private static async Task<Problem?> FaultAsync(AppDbContext db, HandOverCommand command, CancellationToken ct) =>
        TeamRules.ReasonFault(command.Reason)
        ?? (command.FromId == command.ToId ? TeamProblems.SamePerson : await TeamRules.EvaluatorFaultAsync(db, command.ToId, ct));

    private static async Task PassOnAsync(
        AppDbContext db, ReviewAssignment former, HandOverCommand command, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        former.End(actor.UserId, now, command.Reason, command.ToId);
        db.Add(new ReviewAssignment(Guid.CreateVersion7(now), command.ToId, former.UnitId, former.Tier, former.Areas, actor.UserId, now));
        var words = ShareWords.Say(former);
        db.Record(now, actor, AuditAction.AssignmentEnded, new(former.UnitId), new(words, null), AboutPerson.Note(former.EvaluatorId, $"Dialihkan. {former.EndReason}"));
        db.Record(now, actor, AuditAction.AssignmentGiven, new(former.UnitId), new(null, words), AboutPerson.Note(command.ToId, "Diambil alih."));
        await db.SaveChangesAsync(ct);
    }
}
