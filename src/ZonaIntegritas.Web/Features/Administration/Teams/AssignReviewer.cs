using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Domain.Reviews;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Reminders.Tell;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Features.Administration.Teams;

/// <param name="Areas">Codes of areas and outcomes; none for all.</param>
public sealed record AssignReviewerCommand(Guid EvaluatorId, Guid UnitId, ReviewTier Tier, IReadOnlyCollection<string> Areas);

/// <summary>Tugaskan: an evaluator judges a unit, in one tier and for some of its areas or all.</summary>
public sealed class AssignReviewer(IDbContextFactory<AppDbContext> dbFactory, Authorizer authorizer, InstrumentLibrary instruments, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(AssignReviewerCommand command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actor = await authorizer.RequireAsync(db, who => who.MayAdminister, ct);
        if ((await TeamRules.EvaluatorFaultAsync(db, command.EvaluatorId, ct)
            ?? await TeamRules.PlaceFaultAsync(db, command.EvaluatorId, command.UnitId, ct)) is { } fault)
        {
            return fault;
        }

        var areas = await TeamRules.AreasAsync(db, instruments, command.UnitId, command.Areas, ct);
        if (areas.Problem is { } unknown)
        {
            return unknown;
        }

        var now = clock.GetUtcNow();
        var share = new ReviewAssignment(Guid.CreateVersion7(now), command.EvaluatorId, command.UnitId, command.Tier, areas.Value, actor.UserId, now);
        db.Add(share);
        db.Record(
            now, actor, AuditAction.AssignmentGiven, new(share.UnitId), new(null, ShareWords.Say(share)), AboutPerson.Note(share.EvaluatorId));
        await TellReviewers.AssignedAsync(db, share.EvaluatorId, actor, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}
